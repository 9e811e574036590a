import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { readKept, writeKept } from "./kept-file.ts";

/** A process as it was when it was written down. Its id alone will one day belong to somebody else. */
export interface ProcessRecord {
  pid: number;
  /** When it started and with which command line; a process that still has both is the same one. */
  identity: string;
}

/** What tells a process from any later one with its id, or null where there is none. */
function identifyProcess(pid: number): string | null {
  try {
    if (existsSync("/proc/self/stat")) {
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      // The name in brackets may hold spaces; behind it, field 3 is the state and field 22 the start time (man 5 proc).
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      if (fields[0] === "Z") return null;
      return `${fields[19]} ${readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim()}`;
    }
    return (
      execFileSync("ps", ["-p", String(pid), "-o", "lstart=,command="], { encoding: "utf8" }).trim() || null
    );
  } catch {
    return null;
  }
}

/** True while the very process that was written down is running. */
export function isRunning({ pid, identity }: ProcessRecord): boolean {
  return identifyProcess(pid) === identity;
}

export function recordProcess(pid: number): ProcessRecord {
  return { pid, identity: identifyProcess(pid) ?? "" };
}

/** A child process and the one that started it. */
export interface Child {
  child: ProcessRecord;
  owner: ProcessRecord;
}

/** Where children are written down: a file each, since several processes may share a folder. */
export const childrenOf = (folder: string) => join(folder, "children");
const fileOf = (folder: string, pid: number) => join(childrenOf(folder), `${pid}.json`);

/** Writes down a child process of this one, so that the next start can end it should this one be killed. */
export async function rememberChild(folder: string, pid: number): Promise<void> {
  await writeKept(fileOf(folder, pid), { child: recordProcess(pid), owner: recordProcess(process.pid) });
}

/** The children that are written down, running or not. */
export async function listChildren(folder: string): Promise<Child[]> {
  const names = await readdir(childrenOf(folder)).catch(() => []);
  const kept = names
    .filter((name) => name.endsWith(".json"))
    .map((name) => readKept<Child>(join(childrenOf(folder), name)));
  return (await Promise.all(kept)).filter((each) => each !== null);
}

/**
 * Ends what killed processes left behind, and only that: the child must still be the very process that was written down, and its owner gone.
 * Returns how many there were.
 */
export async function endOrphans(folder: string): Promise<number> {
  let ended = 0;
  for (const { child, owner } of await listChildren(folder)) {
    if (isRunning(child)) {
      if (isRunning(owner)) continue;
      await endProcess(child);
      ended++;
    }
    await rm(fileOf(folder, child.pid), { force: true });
  }
  return ended;
}

/** A kill, not a request to end: what was acknowledged is on disk, and the next run waits for the files. */
async function endProcess(orphan: ProcessRecord): Promise<void> {
  process.kill(orphan.pid, "SIGKILL");
  for (let waited = 0; isRunning(orphan); waited += 20) {
    if (waited > 10_000) throw new Error(`process ${orphan.pid} of an earlier run does not end`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
