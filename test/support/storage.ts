import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { endOrphans, rememberChild } from "../../local/pids.ts";
import { startDynamoDb } from "../../local/standins/dynamodb.ts";
import { installChromium } from "./chromium-path.ts";
import { beginRun, findLeftovers } from "./leftovers.ts";

declare module "vitest" {
  interface ProvidedContext {
    dynamoDbEndpoint: string;
  }
}

const folder = join(tmpdir(), `doan-ket-sang-tao-test-${process.getuid?.() ?? 0}`);

/** False where single files or folders are named: their few requests do not repay Java's second compiler. */
const isWholeRun = !process.argv.slice(2).some((word) => word.includes("test/"));

/** Starts one DynamoDB Local in memory for the whole run; each test file takes a table of its own in it. */
export default async function setup(project: TestProject) {
  installChromium();
  const mark = beginRun();
  // Runs that were killed left theirs; those of runs beside this one stay.
  await endOrphans(folder);
  const dynamoDb = await startDynamoDb(null, (pid) => rememberChild(folder, pid), isWholeRun);
  project.provide("dynamoDbEndpoint", dynamoDb.endpoint);
  return async () => {
    await dynamoDb.stop();
    const left = await findLeftovers(mark);
    for (const { pid } of left) process.kill(pid, "SIGKILL");
    if (left.length === 0) return;
    process.exitCode = 1;
    const lines = left.map(({ pid, command }) => `  ${pid}  ${command}`);
    throw new Error(["The tests left processes behind, which were ended now:", ...lines].join("\n"));
  };
}
