import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { readKept, sweepUnfinished, writeKept } from "./kept-file.ts";
import { takeLock } from "./lock.ts";
import { childrenOf, isRunning, type ProcessRecord, recordProcess } from "./pids.ts";

/** Where table and bucket of a system are served. */
export interface StorageEndpoints {
  dynamoDb: string;
  s3: string;
  /** Region that clients name. */
  region: string;
  /** Signs requests to the bucket; the file in which it stands is readable by its owner alone. */
  secret: string;
}

/** A process that has a data folder open, and where to reach what it serves. */
interface Running {
  process: ProcessRecord;
  /** Where the pages are; null for a command that opened the store alone. */
  origin: string | null;
  storage: StorageEndpoints;
}

/** A data folder held for one process. */
export interface Claim {
  /** Says where the system can be reached, until it is stopped: whoever stops it withdraws that first. */
  publish(origin: string | null, storage: StorageEndpoints): Promise<void>;
  withdraw(): Promise<void>;
  release(): Promise<void>;
}

/**
 * The version of the form in which this program keeps records and files. Whoever changes that form so that what lies in a data folder cannot be read any more
 * raises it: there are no migrations, a folder of another version is refused.
 */
const storedForm = 4;

const formFile = (dataDir: string) => join(dataDir, "form.json");

/** How long a process that is just stopping may take to leave. */
const leaveWithinMilliseconds = 3_000;

const runningFile = (dataDir: string) => join(dataDir, "system.json");

/**
 * Takes a data folder for this process alone: two stores on the same files would ruin them. What a killed process left is taken over.
 * Throws, naming the process, where a living one has it, and where another version of this program filled it.
 */
export async function claimDataDir(dataDir: string): Promise<Claim> {
  const lockFile = join(dataDir, "lock.json");
  const deadline = Date.now() + leaveWithinMilliseconds;
  let lock = await takeLock(lockFile);
  while ("holder" in lock && Date.now() < deadline) {
    await sleep(50);
    lock = await takeLock(lockFile);
  }
  if ("holder" in lock) {
    const { pid } = lock.holder;
    throw new Error(
      `${dataDir}: tiến trình ${pid} đang dùng. Hãy dừng nó hoặc đặt DATA_DIR khác. / in use by process ${pid}: stop it or set DATA_DIR.`,
    );
  }
  try {
    await checkForm(dataDir);
  } catch (error) {
    await lock.release();
    throw error;
  }
  for (const folder of [dataDir, childrenOf(dataDir)]) await sweepUnfinished(folder);
  const file = runningFile(dataDir);
  return {
    publish: (origin, storage) => writeKept(file, { process: recordProcess(process.pid), origin, storage }),
    withdraw: () => rm(file, { force: true }),
    release: lock.release,
  };
}

/** Notes in a data folder in which form its data are kept, before there are any. */
export async function noteForm(dataDir: string): Promise<void> {
  await writeKept(formFile(dataDir), { version: storedForm });
}

/** Throws where the folder holds data of another form. */
async function checkForm(dataDir: string): Promise<void> {
  const kept = await readKept<{ version: number }>(formFile(dataDir));
  if (kept?.version === storedForm) return;
  const isFilled = (await readdir(dataDir)).some((name) =>
    ["dynamodb", "s3", "first-start.json"].includes(name),
  );
  if (kept || isFilled)
    throw new Error(
      `${dataDir}: dữ liệu do phiên bản khác ghi, phiên bản này không đọc được. Hãy chuyển thư mục này đi nơi khác hoặc xóa nó, rồi chạy lại. / holds data of another version, which this one cannot read: move the folder away or delete it, then start again.`,
    );
}

/** The system that is up on a data folder, or null. */
export async function findRunning(dataDir: string): Promise<Omit<Running, "process"> | null> {
  const running = await readKept<Running>(runningFile(dataDir));
  return running && isRunning(running.process) ? running : null;
}
