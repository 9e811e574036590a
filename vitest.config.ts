import { fileURLToPath } from "node:url";
import { defineConfig, type ViteUserConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const all = ["test/**/*.test.{ts,tsx}"];
const isolated = ["test/{annual-report,figures,infra,local,operations}/**/*.test.{ts,tsx}"];

const long = ["test/long/**"];

/** Files that run longer than twenty seconds. Without known durations, Vitest sorts by size and would run these last. */
const slow = [
  "local/start",
  "local/system",
  "infra/stack",
  "annual-report/schedule",
  "operations/report",
  "local/growth",
  "web/controls",
  "web/widths",
  "api/access",
  "api/effort",
  "web/accessibility",
  "web/public/drafts",
  "web/staff/reports",
  "web/staff/workbooks",
  "web/staff/register",
  "web/public/attachments",
];
const isSlow = ({ moduleId }: TestSpecification) =>
  slow.some((name) => moduleId.endsWith(`/test/${name}.test.ts`));

class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const projects = [...new Set(sorted.map(({ project }) => project))];
    return projects.flatMap((project) => {
      const own = sorted.filter((file) => file.project === project);
      return [...own.filter(isSlow), ...own.filter((file) => !isSlow(file))];
    });
  }
}

export const common = {
  globalSetup: ["test/support/storage.ts"],
  setupFiles: ["test/support/file-end.ts"],
  pool: "forks",
  sequence: { sequencer: SlowFirst },
  // Two wait a quarter of their time, for a page or for DynamoDB Local, which runs beside them.
  maxWorkers: 2,
  // For a slow machine: tests wait on conditions, never on time.
  testTimeout: 120_000,
  hookTimeout: 240_000,
  // Keeps SST's synthesis offline.
  env: {
    NODE_ENV: "test",
    // Compiles each module once for all programs that tests start.
    NODE_COMPILE_CACHE: fileURLToPath(
      new URL("node_modules/.cache/doan-ket-sang-tao-compiled", import.meta.url),
    ),
  },
} satisfies ViteUserConfig["test"];

export default defineConfig({
  test: {
    ...common,
    projects: [
      // These tests start programs or synthesise, which needs a separate process.
      { extends: true, test: { name: "isolated", include: isolated } },
      {
        extends: true,
        test: { name: "shared", include: all, exclude: [...isolated, ...long], isolate: false },
      },
    ],
  },
});
