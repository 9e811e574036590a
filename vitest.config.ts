import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.{ts,tsx}"],
    globalSetup: ["test/support/storage.ts"],
    pool: "forks",
    maxWorkers: 2,
    // For a machine that is busy with other things: no test waits for a time, each for a condition.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // What SST's synthesis needs to stay offline; the same as `npm run synth` sets.
    env: { NODE_ENV: "test" },
  },
});
