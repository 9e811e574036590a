import { defineConfig, type ViteUserConfig } from "vitest/config";

const all = ["test/**/*.test.{ts,tsx}"];
const apart = ["test/{annual-report,figures,infra,local,operations}/**/*.test.{ts,tsx}"];

const long = ["test/long/**"];

/** What all tests run with. */
export const common = {
  globalSetup: ["test/support/storage.ts"],
  setupFiles: ["test/support/file-end.ts"],
  pool: "forks",
  maxWorkers: 2,
  // For a machine that is busy with other things: no test waits for a time, each for a condition.
  testTimeout: 120_000,
  hookTimeout: 240_000,
  // What SST's synthesis needs to stay offline; the same as `npm run synth` sets.
  env: { NODE_ENV: "test" },
} satisfies ViteUserConfig["test"];

export default defineConfig({
  test: {
    ...common,
    projects: [
      // What starts programs or synthesises has a process of its own; the rest shares what it imports.
      { extends: true, test: { name: "apart", include: apart } },
      {
        extends: true,
        test: { name: "together", include: all, exclude: [...apart, ...long], isolate: false },
      },
    ],
  },
});
