import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { readJsonFile, writeJsonFile } from "./json-file.ts";

/** `identity` is compared too, because process ids are reused. */
export interface ProcessRecord {
  pid: number;
  /** Start time and command line. */
  identity: string;
}

function identifyProcess(pid: number): string | null {
  try {
    if (existsSync("/proc/self/stat")) {
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      // The name in brackets may contain spaces. Field 3 is the state, field 22 the start time (man 5 proc).
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

export function isRunning({ pid, identity }: ProcessRecord): boolean {
  return identifyProcess(pid) === identity;
}

export function recordProcess(pid: number): ProcessRecord {
  return { pid, identity: identifyProcess(pid) ?? "" };
}

export interface Child {
  child: ProcessRecord;
  owner: ProcessRecord;
}

/** Several processes may use the folder. */
export const childrenOf = (folder: string) => join(folder, "children");
const fileOf = (folder: string, pid: number) => join(childrenOf(folder), `${pid}.json`);

/** The next start kills the child if this process was killed. */
export async function rememberChild(folder: string, pid: number): Promise<void> {
  await writeJsonFile(fileOf(folder, pid), { child: recordProcess(pid), owner: recordProcess(process.pid) });
}

export async function listChildren(folder: string): Promise<Child[]> {
  const names = await readdir(childrenOf(folder)).catch(() => []);
  const kept = names
    .filter((name) => name.endsWith(".json"))
    .map((name) => readJsonFile<Child>(join(childrenOf(folder), name)));
  return (await Promise.all(kept)).filter((each) => each !== null);
}

/** Returns the number of killed children. */
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

/** SIGKILL is safe, because acknowledged writes are on disk. */
async function endProcess(orphan: ProcessRecord): Promise<void> {
  process.kill(orphan.pid, "SIGKILL");
  for (let waited = 0; isRunning(orphan); waited += 20) {
    if (waited > 10_000) throw new Error(`process ${orphan.pid} of an earlier run does not end`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
