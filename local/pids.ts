import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readKept, writeKept } from "./kept-file.ts";

/** A process as it was when it was written down. Its id alone will one day belong to somebody else. */
export interface ProcessRecord {
  pid: number;
  /** When it started and with which command line; a process that still has both is the same one. */
  identity: string;
}

/** What tells a process from any later one with its id, or null where there is none. */
export function identifyProcess(pid: number): string | null {
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

const fileName = "children.json";

/** Writes down a child process, so that the next start can end it should this process be killed. */
export async function rememberChild(dataDir: string, pid: number): Promise<void> {
  const file = join(dataDir, fileName);
  const others = (await readKept<ProcessRecord[]>(file)) ?? [];
  await writeKept(file, [...others.filter(isRunning), recordProcess(pid)]);
}

/** Ends what a killed run left behind, and only that: each process must still be the one written down. Returns how many there were. */
export async function endOrphans(dataDir: string): Promise<number> {
  const file = join(dataDir, fileName);
  const orphans = ((await readKept<ProcessRecord[]>(file)) ?? []).filter(isRunning);
  for (const orphan of orphans) await endProcess(orphan);
  await writeKept(file, []);
  return orphans.length;
}

/** A kill, not a request to end: what was acknowledged is on disk, and the next run waits for the files. */
async function endProcess(orphan: ProcessRecord): Promise<void> {
  process.kill(orphan.pid, "SIGKILL");
  for (let waited = 0; isRunning(orphan); waited += 20) {
    if (waited > 10_000) throw new Error(`process ${orphan.pid} of an earlier run does not end`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
