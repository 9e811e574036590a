import { resolve } from "node:path";
import { S3Client } from "@aws-sdk/client-s3";
import { readSetting } from "../functions/store/settings.ts";
import { createStore, type Store } from "../functions/store/store.ts";
import { openTable, type Table } from "../functions/store/table.ts";
import { bucketConfig, startStorage } from "./standins/storage.ts";

const bucketSettings = {
  documents: "DOCUMENTS_BUCKET",
  uploads: "UPLOADS_BUCKET",
  heads: "HEADS_BUCKET",
} as const;

export type BucketName = keyof typeof bucketSettings;

export interface CommandStorage {
  table: Table;
  store: Store;
  s3: S3Client;
  buckets: Record<BucketName, string>;
  /** Null in the cloud. */
  dataDir: string | null;
  stop(): Promise<void>;
}

/**
 * Opens the cloud's storage if TABLE_NAME is set (`npm run where`), otherwise the storage in DATA_DIR (default
 * .local).
 */
export async function openCommandStorage(
  clock: () => string,
  env: Record<string, string | undefined> = process.env,
): Promise<CommandStorage> {
  if (env.TABLE_NAME) {
    const table = openTable(env.TABLE_NAME);
    const s3 = new S3Client({});
    return {
      table,
      store: createStore(table, clock),
      s3,
      buckets: nameBuckets(readSetting),
      dataDir: null,
      stop: async () => {
        table.client.destroy();
        s3.destroy();
      },
    };
  }
  const dataDir = resolve(env.DATA_DIR ?? ".local");
  const storage = await startStorage({ dataDir, clock });
  const s3 = new S3Client({
    forcePathStyle: true,
    ...bucketConfig(storage.endpoints.s3, storage.endpoints.secret),
  });
  return {
    table: storage.table,
    store: storage.store,
    s3,
    buckets: nameBuckets((setting) => storage.env[setting] ?? ""),
    dataDir,
    stop: async () => {
      s3.destroy();
      await storage.stop();
    },
  };
}

function nameBuckets(read: (setting: string) => string): Record<BucketName, string> {
  const { documents, uploads, heads } = bucketSettings;
  return { documents: read(documents), uploads: read(uploads), heads: read(heads) };
}
