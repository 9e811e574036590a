import { join } from "node:path";
import { localAccess } from "./credentials.ts";
import { type Claim, claimDataDir, noteForm } from "./data-dir.ts";
import { endOrphans, rememberChild } from "./pids.ts";
import { startDynamoDb } from "./standins/dynamodb.ts";

/** Where the table is kept: in the data folder, in memory, or in a DynamoDB Local that already runs and keeps a database a region. */
export type TablePlace = "folder" | "memory" | { endpoint: string; region: string };

/** A data folder that this process has claimed, and the DynamoDB Local that is starting for it. */
export interface OpenedDataDir {
  claim: Claim;
  dynamoDb: Promise<{ endpoint: string; region: string }>;
  /** Ends DynamoDB Local and gives the folder back. */
  close(): Promise<void>;
}

/**
 * Claims a data folder, ends what a killed run left, and begins to start DynamoDB Local. This file imports little, so that Java starts while the rest
 * of the system is loaded. Throws, naming the process, where another one has the folder.
 */
export async function openDataDir(dataDir: string, place: TablePlace = "folder"): Promise<OpenedDataDir> {
  const claim = await claimDataDir(dataDir);
  try {
    await noteForm(dataDir);
    await endOrphans(dataDir);
  } catch (error) {
    await claim.release();
    throw error;
  }
  const starting = start(dataDir, place);
  // Whoever uses it hears of a failure; until then nobody listens.
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

async function start(dataDir: string, place: TablePlace) {
  if (typeof place === "object") return { ...place, stop: async () => {} };
  const directory = place === "memory" ? null : join(dataDir, "dynamodb");
  const started = await startDynamoDb(directory, (pid) => rememberChild(dataDir, pid));
  return { ...started, region: localAccess.region };
}
