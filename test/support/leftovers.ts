import { randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/** Stands in the environment of every process that a run of the tests starts: a child keeps it when its parents are gone. */
export const runMark = "DOAN_KET_TEST_RUN";

/** The mark of this run, for processes that are started with an environment of their own. */
export const markOfRun = (): Record<string, string> => ({ [runMark]: process.env[runMark] ?? "" });

/** Begins a run: from here on every child process has its mark. */
export function beginRun(): string {
  const mark = randomUUID();
  process.env[runMark] = mark;
  return mark;
}

export interface Leftover {
  pid: number;
  command: string;
}

/** How long a process that is just ending may take to leave. */
const leaveWithinMilliseconds = 5_000;

/** The processes with this mark that are still there after some seconds. Knows Linux alone; elsewhere none. */
export async function findLeftovers(mark: string): Promise<Leftover[]> {
  const deadline = Date.now() + leaveWithinMilliseconds;
  for (;;) {
    const left = listMarked(mark);
    if (left.length === 0 || Date.now() > deadline) return left;
    await sleep(50);
  }
}

/** The running processes that were started with this mark in their environment. */
function listMarked(mark: string): Leftover[] {
  if (!existsSync("/proc/self/environ")) return [];
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        if (!readFileSync(`/proc/${name}/environ`, "latin1").includes(`${runMark}=${mark}\0`)) return [];
        const command = readFileSync(`/proc/${name}/cmdline`, "utf8").replaceAll("\0", " ").trim();
        // One that has ended and waits to be noticed has no command line any more; vitest's own end with it.
        return command === "" || command.startsWith("vitest") ? [] : [{ pid: Number(name), command }];
      } catch {
        // Gone meanwhile, or somebody else's.
        return [];
      }
    });
}
