import { defineConfig } from "vitest/config";
import { common } from "./vitest.config.ts";

// Tests of `npm run check:long`.
export default defineConfig({ test: { ...common, include: ["test/long/**/*.test.ts"] } });
