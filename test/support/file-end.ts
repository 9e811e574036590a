import { afterAll } from "vitest";
import { runAtFileEnd } from "./cleanup.ts";

// A setup file: it runs before each test file, so that this hook belongs to the file, whatever registers what is to be ended, and when.
afterAll(runAtFileEnd);
