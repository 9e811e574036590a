import { defineConfig, type ViteUserConfig } from "vitest/config";

const all = ["test/**/*.test.{ts,tsx}"];
const isolated = ["test/{annual-report,figures,infra,local,operations}/**/*.test.{ts,tsx}"];

const long = ["test/long/**"];

export const common = {
  globalSetup: ["test/support/storage.ts"],
  setupFiles: ["test/support/file-end.ts"],
  pool: "forks",
  maxWorkers: 2,
  // For a slow machine: tests wait on conditions, never on time.
  testTimeout: 120_000,
  hookTimeout: 240_000,
  // Keeps SST's synthesis offline, as `npm run synth` does.
  env: { NODE_ENV: "test" },
} satisfies ViteUserConfig["test"];

export default defineConfig({
  test: {
    ...common,
    projects: [
      // Tests that start programs or synthesise infrastructure need a separate process.
      { extends: true, test: { name: "isolated", include: isolated } },
      {
        extends: true,
        test: { name: "shared", include: all, exclude: [...isolated, ...long], isolate: false },
      },
    ],
  },
});
