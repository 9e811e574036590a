import { join } from "node:path";
import { localAccess } from "./credentials.ts";
import { type Claim, claimDataDir, writeFormatVersion } from "./data-dir.ts";
import { endOrphans, rememberChild } from "./pids.ts";
import { startDynamoDb } from "./standins/dynamodb.ts";

export type TableLocation = "folder" | "memory" | { endpoint: string; region: string };

export interface OpenedDataDir {
  claim: Claim;
  dynamoDb: Promise<{ endpoint: string; region: string }>;
  close(): Promise<void>;
}

/**
 * Locks a data folder, kills leftover child processes and starts DynamoDB Local. This file imports little, so
 * that Java starts early.
 */
export async function openDataDir(dataDir: string, place: TableLocation = "folder"): Promise<OpenedDataDir> {
  const claim = await claimDataDir(dataDir).catch(async (error) => {
    // A killed run may have left child processes.
    await endOrphans(dataDir);
    throw error;
  });
  try {
    await writeFormatVersion(dataDir);
    await endOrphans(dataDir);
  } catch (error) {
    await claim.release();
    throw error;
  }
  const starting = start(dataDir, place);
  // Prevents an unhandled rejection; callers await the promise later.
  starting.catch(() => {});
  return {
    claim,
    dynamoDb: starting,
    async close() {
      const started = await starting.catch(() => null);
      await started?.stop();
      await claim.release();
    },
  };
}

async function start(dataDir: string, place: TableLocation) {
  if (typeof place === "object") return { ...place, stop: async () => {} };
  const directory = place === "memory" ? null : join(dataDir, "dynamodb");
  const started = await startDynamoDb(directory, (pid) => rememberChild(dataDir, pid));
  return { ...started, region: localAccess.region };
}
