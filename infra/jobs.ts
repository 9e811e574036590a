import type { Stack } from "sst/constructs";
import { faceFiles } from "../functions/documents/faces.ts";
import type { Failures } from "./failures.ts";
import { createFunction } from "./function.ts";
import { createWorkQueue, type WorkQueue } from "./queue.ts";
import { stageOf } from "./stages.ts";
import type { Storage } from "./storage.ts";

const timeoutSeconds = 300;
/** How many jobs are worked on at once where the stage reserves nothing. */
const atOnce = 10;

/** Imports, exports, reports and other long work, a step at a time: the write of each step puts the next into the queue. */
export function createJobs(
  stack: Stack,
  { table, documents, uploads, itemActions, queries }: Storage,
  { queue }: Failures,
): WorkQueue {
  const { concurrency } = stageOf(stack);
  const jobs = createFunction(stack, "Jobs", {
    handler: "functions/jobs/lambda.handler",
    // For the processor that comes with it; what was thrown away is collected early all the same (bench/workbooks.ts).
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
        // The units that an imported campaign froze, in batches.
        ...itemActions("BatchWriteItem"),
        conditions: { "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["CAMPAIGN#*"] } },
      },
      queries(),
      {
        actions: ["s3:GetObject", "s3:PutObject", "s3:AbortMultipartUpload", "s3:DeleteObject"],
        resources: [documents.arnForObjects("jobs/*"), documents.arnForObjects("reports/*")],
      },
      {
        // What an earlier draft of a report left behind.
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
    // A step takes its time: several jobs beside each other. A step counts its own attempts; the queue's are for a store that cannot be reached.
    batchSize: 1,
    maxConcurrency: concurrency?.jobs ?? atOnce,
    failed: queue,
  });
}
