import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { projectPath } from "../local/project.ts";

/** What a task of `task-process.ts` tells of itself: rows, seconds, those that the processor worked, and the most memory of its process in MB. */
export interface TaskMeasure {
  done: number;
  seconds: number;
  processor: number;
  peak: number;
}

/** Runs a task in a process of its own, with these flags of Node, on the storage that `env` names. */
export async function runTask(
  flags: readonly string[],
  env: Record<string, string>,
  ...task: string[]
): Promise<TaskMeasure> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [...flags, projectPath("bench/task-process.ts"), ...task],
    { env: { ...process.env, ...env } },
  );
  return JSON.parse(stdout.trim().split("\n").at(-1) ?? "");
}
