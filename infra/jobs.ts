import { FilterCriteria, FilterRule, StartingPosition } from "aws-cdk-lib/aws-lambda";
import { DynamoEventSource } from "aws-cdk-lib/aws-lambda-event-sources";
import type { Stack } from "sst/constructs";
import { faceFiles } from "../functions/documents/faces.ts";
import { jobKey } from "../functions/store/keys.ts";
import type { Failures } from "./failures.ts";
import { createFunction } from "./function.ts";
import { stageOf } from "./stages.ts";
import type { Storage } from "./storage.ts";

/** Imports, exports and the like, a step at a time: each step's write on the stream begins the next. */
export function createJobs(
  stack: Stack,
  { table, documents, uploads, itemActions, queries }: Storage,
  { retries }: Failures,
): void {
  const work = createFunction(stack, "Jobs", {
    handler: "functions/jobs/lambda.handler",
    // For the processor that comes with it; what was thrown away is collected early all the same (bench/workbooks.ts).
    memoryMegabytes: 1769,
    timeoutSeconds: 300,
    concurrency: stageOf(stack).concurrency?.jobs,
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
  work.addEventSource(
    new DynamoEventSource(table, {
      startingPosition: StartingPosition.LATEST,
      // A step takes its time: one at a time of each job, several jobs beside each other.
      batchSize: 1,
      parallelizationFactor: 10,
      // A step counts its own tries and says when it gives up; these are for a store that cannot be reached.
      ...retries,
      filters: [
        FilterCriteria.filter({
          eventName: FilterRule.or("INSERT", "MODIFY"),
          dynamodb: { Keys: { sk: { S: FilterRule.isEqual(jobKey("").sk) } } },
        }),
      ],
    }),
  );
}
