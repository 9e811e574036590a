import { join } from "node:path";
import type { S3ClientConfig } from "@aws-sdk/client-s3";
import { type HeadsBucket, openHeadsBucket } from "../../functions/store/aws/heads-bucket.ts";
import { type Bucket, openBucket } from "../../functions/store/aws/objects.ts";
import { openUploadBucket, type UploadBucket } from "../../functions/store/aws/upload-bucket.ts";
import { createStore, type Store } from "../../functions/store/store.ts";
import { openTable, type Table } from "../../functions/store/table.ts";
import { localAccess } from "../credentials.ts";
import { findRunning, type StorageEndpoints } from "../data-dir.ts";
import { type OpenedDataDir, openDataDir, type TableLocation } from "../opened-data-dir.ts";
import { commitBatchesAtOnce } from "./batches.ts";
import { type S3, startS3 } from "./s3.ts";
import { createTable } from "./tables.ts";

const tableName = "doan-ket-sang-tao";
const bucketName = "doan-ket-sang-tao";
const headsBucketName = "doan-ket-sang-tao-heads";
export const uploadsBucketName = "doan-ket-sang-tao-uploads";

export interface Storage {
  env: Record<string, string>;
  store: Store;
  table: Table;
  bucket: Bucket;
  uploads: UploadBucket;
  heads: HeadsBucket;
  endpoints: StorageEndpoints;
  stop(): Promise<void>;
}

export const bucketConfig = (
  endpoint: string,
  secretAccessKey: string = localAccess.credentials.secretAccessKey,
): S3ClientConfig => ({
  ...localAccess,
  credentials: { ...localAccess.credentials, secretAccessKey },
  endpoint,
  // The S3 server would store the SDK's chunk markers as content.
  requestChecksumCalculation: "WHEN_REQUIRED",
});

export const uploadsAddress = ({ s3 }: StorageEndpoints): string => `${s3}/${uploadsBucketName}`;

export const documentsAddress = ({ s3 }: StorageEndpoints): string => `${s3}/${bucketName}`;

export function connectStorage(endpoints: StorageEndpoints, clock: () => string): Storage {
  const credentials = { ...localAccess.credentials, secretAccessKey: endpoints.secret };
  const { region, dynamoDb } = endpoints;
  const table = openTable(tableName, { region, credentials, endpoint: dynamoDb });
  commitBatchesAtOnce(table.client);
  const config = bucketConfig(endpoints.s3, endpoints.secret);
  return {
    env: {
      AWS_REGION: region,
      AWS_ACCESS_KEY_ID: localAccess.credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: endpoints.secret,
      AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamoDb,
      AWS_ENDPOINT_URL_S3: endpoints.s3,
      AWS_REQUEST_CHECKSUM_CALCULATION: "WHEN_REQUIRED",
      TABLE_NAME: tableName,
      DOCUMENTS_BUCKET: bucketName,
      DOCUMENTS_ADDRESS: documentsAddress(endpoints),
      UPLOADS_BUCKET: uploadsBucketName,
      HEADS_BUCKET: headsBucketName,
      UPLOADS_ADDRESS: uploadsAddress(endpoints),
    },
    store: createStore(table, clock),
    table,
    bucket: openBucket(bucketName, config),
    uploads: openUploadBucket(uploadsBucketName, config),
    heads: openHeadsBucket(headsBucketName, config),
    endpoints,
    async stop() {
      table.client.destroy();
    },
  };
}

/** `stop` does not close the folder. */
export async function serveStorage(
  dataDir: string,
  opened: OpenedDataDir,
  clock: () => string,
): Promise<Storage & Pick<S3, "acceptUploads">> {
  const [dynamoDb, s3] = await Promise.all([
    opened.dynamoDb,
    startS3(join(dataDir, "s3"), {
      documents: bucketName,
      uploads: uploadsBucketName,
      heads: headsBucketName,
    }),
  ]);
  const storage = connectStorage(
    {
      dynamoDb: dynamoDb.endpoint,
      s3: s3.endpoint,
      region: dynamoDb.region,
      secret: localAccess.credentials.secretAccessKey,
    },
    clock,
  );
  await createTable(storage.table.client, tableName);
  return {
    ...storage,
    acceptUploads: s3.acceptUploads,
    async stop() {
      await storage.stop();
      await s3.stop();
    },
  };
}

/** `stop` does not stop a running system. */
export async function startStorage(given: {
  dataDir: string;
  table?: TableLocation;
  clock?: () => string;
}): Promise<Storage> {
  const clock = given.clock ?? (() => new Date().toISOString());
  const running = await findRunning(given.dataDir);
  if (running) return connectStorage(running.storage, clock);
  const opened = await openDataDir(given.dataDir, given.table);
  try {
    const storage = await serveStorage(given.dataDir, opened, clock);
    await opened.claim.publish(null, storage.endpoints);
    return {
      ...storage,
      async stop() {
        await opened.claim.withdraw();
        await storage.stop();
        await opened.close();
      },
    };
  } catch (error) {
    await opened.close();
    throw error;
  }
}
