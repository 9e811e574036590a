import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { readJsonFile, removeUnfinished, writeJsonFile } from "./json-file.ts";
import { takeLock } from "./lock.ts";
import { childrenOf, isRunning, type ProcessRecord, recordProcess } from "./pids.ts";

export interface StorageEndpoints {
  dynamoDb: string;
  s3: string;
  region: string;
  /** Signs S3 requests. */
  secret: string;
}

interface Running {
  process: ProcessRecord;
  /** Null while only the storage is open. */
  origin: string | null;
  storage: StorageEndpoints;
}

export interface Claim {
  /** Publishes the addresses; call `withdraw` before stopping. */
  publish(origin: string | null, storage: StorageEndpoints): Promise<void>;
  withdraw(): Promise<void>;
  release(): Promise<void>;
}

/** Increase with each incompatible change; there are no migrations. */
const formatVersion = 8;

const formatFile = (dataDir: string) => join(dataDir, "form.json");

const exitTimeoutMilliseconds = 3_000;

const runningFile = (dataDir: string) => join(dataDir, "system.json");

/**
 * Locks a data folder, because two stores would corrupt the files. Throws if a process holds the lock or another
 * version wrote the folder.
 */
export async function claimDataDir(dataDir: string): Promise<Claim> {
  const lockFile = join(dataDir, "lock.json");
  const deadline = Date.now() + exitTimeoutMilliseconds;
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
    await checkFormat(dataDir);
  } catch (error) {
    await lock.release();
    throw error;
  }
  for (const folder of [dataDir, childrenOf(dataDir)]) await removeUnfinished(folder);
  const file = runningFile(dataDir);
  return {
    publish: (origin, storage) =>
      writeJsonFile(file, { process: recordProcess(process.pid), origin, storage }),
    withdraw: () => rm(file, { force: true }),
    release: lock.release,
  };
}

/** Call before storing data. */
export async function writeFormatVersion(dataDir: string): Promise<void> {
  await writeJsonFile(formatFile(dataDir), { version: formatVersion });
}

async function checkFormat(dataDir: string): Promise<void> {
  const kept = await readJsonFile<{ version: number }>(formatFile(dataDir));
  if (kept?.version === formatVersion) return;
  const isFilled = (await readdir(dataDir)).some((name) =>
    ["dynamodb", "s3", "first-start.json"].includes(name),
  );
  if (kept || isFilled)
    throw new Error(
      `${dataDir}: dữ liệu do phiên bản khác ghi, phiên bản này không đọc được. Hãy chuyển thư mục này đi nơi khác hoặc xóa nó, rồi chạy lại. / holds data of another version, which this one cannot read: move the folder away or delete it, then start again.`,
    );
}

export async function findRunning(dataDir: string): Promise<Omit<Running, "process"> | null> {
  const running = await readJsonFile<Running>(runningFile(dataDir));
  return running && isRunning(running.process) ? running : null;
}
