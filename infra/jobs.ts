import type { Stack } from "sst/constructs";
import { faceFiles } from "../functions/documents/faces.ts";
import type { Failures } from "./failures.ts";
import { createFunction } from "./function.ts";
import { createWorkQueue, type WorkQueue } from "./queue.ts";
import { stageOf } from "./stages.ts";
import type { Storage } from "./storage.ts";

const timeoutSeconds = 300;
const atOnce = 10;

export function createJobs(
  stack: Stack,
  { table, documents, uploads, itemActions, queries }: Storage,
  { queue }: Failures,
): WorkQueue {
  const { concurrency } = stageOf(stack);
  const jobs = createFunction(stack, "Jobs", {
    handler: "functions/jobs/lambda.handler",
    // 1,769 MB give one whole CPU. The small semi-space frees garbage early (bench/workbooks.ts).
    memoryMegabytes: 1769,
    timeoutSeconds,
    concurrency: concurrency?.jobs,
    environment: {
      NODE_OPTIONS: "--max-semi-space-size=16",
      TABLE_NAME: table.tableName,
      DOCUMENTS_BUCKET: documents.bucketName,
      UPLOADS_BUCKET: uploads.bucket.bucketName,
    },
    allowed: [
      itemActions("GetItem", "BatchGetItem", "PutItem"),
      {
        ...itemActions("UpdateItem"),
        conditions: { "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["JOB#*", "UPLOAD#*"] } },
      },
      {
        ...itemActions("BatchWriteItem"),
        conditions: { "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["CAMPAIGN#*"] } },
      },
      queries(),
      {
        actions: ["s3:GetObject", "s3:PutObject", "s3:AbortMultipartUpload", "s3:DeleteObject"],
        resources: [documents.arnForObjects("jobs/*"), documents.arnForObjects("reports/*")],
      },
      {
        actions: ["s3:ListBucket"],
        resources: [documents.bucketArn],
        conditions: { StringLike: { "s3:prefix": "reports/*" } },
      },
      { actions: ["s3:GetObject", "s3:DeleteObject"], resources: [uploads.workbooks] },
    ],
    packageFiles: Object.values(faceFiles),
  });
  return createWorkQueue(stack, {
    worker: jobs,
    timeoutSeconds,
    // A step counts its own attempts. The queue retries only if the store is unreachable.
    batchSize: 1,
    maxConcurrency: concurrency?.jobs ?? atOnce,
    failed: queue,
  });
}
