import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { projectPath } from "../local/project.ts";

/** `seconds`: wall-clock time; `processor`: CPU seconds; `peak`: memory in MB. */
export interface TaskMeasure {
  done: number;
  seconds: number;
  processor: number;
  peak: number;
}

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
