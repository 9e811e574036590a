import { defineConfig } from "vitest/config";
import { common } from "./vitest.config.ts";

// What `npm run check:long` tests besides: too long for every change.
export default defineConfig({ test: { ...common, include: ["test/long/**/*.test.ts"] } });
