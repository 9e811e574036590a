import { mkdir, open, rm } from "node:fs/promises";
import { join } from "node:path";
import { readKept, writeKept } from "./kept-file.ts";
import { isRunning, type ProcessRecord, recordProcess } from "./pids.ts";

/** Where table and bucket of a system are served. */
export interface StorageEndpoints {
  dynamoDb: string;
  s3: string;
}

/** Who uses a data folder, and, once it is up, where to reach it. */
interface Occupant {
  process: ProcessRecord;
  /** Where the pages are; null for a report that opened the store alone. */
  origin: string | null;
  storage: StorageEndpoints | null;
}

/** A data folder held for one process. */
export interface Claim {
  /** Says where the system can be reached. */
  publish(origin: string | null, storage: StorageEndpoints): Promise<void>;
  release(): Promise<void>;
}

const occupantFile = (dataDir: string) => join(dataDir, "system.json");

/**
 * Takes a data folder for this process alone: two stores on the same files would ruin them. What a killed process left is taken over.
 * Throws, naming the process, where a living one has it.
 */
export async function claimDataDir(dataDir: string): Promise<Claim> {
  await mkdir(dataDir, { recursive: true });
  const file = occupantFile(dataDir);
  const own = recordProcess(process.pid);
  const occupant = await readOccupant(dataDir);
  if (occupant && isRunning(occupant.process))
    throw new Error(
      `${dataDir}: đang được dùng bởi tiến trình ${occupant.process.pid} (${occupant.origin ?? "—"}). / in use by process ${occupant.process.pid}; stop it or set DATA_DIR.`,
    );
  if (occupant) await rm(file);
  const first: Occupant = { process: own, origin: null, storage: null };
  // Of two that start at once, one fails here.
  const handle = await open(file, "wx", 0o600);
  await handle.writeFile(JSON.stringify(first));
  await handle.close();
  return {
    publish: (origin, storage) => writeKept(file, { ...first, origin, storage }),
    release: () => rm(file, { force: true }),
  };
}

/** The system that is up on a data folder, or null. */
export async function findRunning(
  dataDir: string,
): Promise<{ origin: string | null; storage: StorageEndpoints } | null> {
  const occupant = await readOccupant(dataDir);
  if (!occupant?.storage || !isRunning(occupant.process)) return null;
  return { origin: occupant.origin, storage: occupant.storage };
}

async function readOccupant(dataDir: string): Promise<Occupant | null> {
  try {
    return await readKept<Occupant>(occupantFile(dataDir));
  } catch {
    // A kill between creating the file and writing it leaves it empty.
    return null;
  }
}
