import { mkdir, open, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { readJsonFile } from "./json-file.ts";
import { isRunning, type ProcessRecord, recordProcess } from "./pids.ts";

export type Lock = { release(): Promise<void> } | { holder: ProcessRecord };

const writeTimeoutMilliseconds = 1_000;

/** Takes the lock, even of a process that has ended. Returns a holder that is still running. */
export async function takeLock(file: string): Promise<Lock> {
  await mkdir(dirname(file), { recursive: true });
  for (;;) {
    try {
      const handle = await open(file, "wx", 0o600);
      await handle.writeFile(JSON.stringify(recordProcess(process.pid)));
      await handle.close();
      return { release: () => rm(file, { force: true }) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const holder = await readJsonFile<ProcessRecord>(file).catch(() => null);
    if (holder && isRunning(holder)) return { holder };
    // A lock without a holder is still being written, or its writer was killed.
    const writtenAt = (await stat(file).catch(() => null))?.mtimeMs ?? 0;
    if (holder || Date.now() - writtenAt > writeTimeoutMilliseconds) await rm(file, { force: true });
    else await sleep(20);
  }
}
