import type { Stack } from "sst/constructs";
import { faceFiles } from "../functions/documents/faces.ts";
import { callEvery } from "./daily.ts";
import type { Failures } from "./failures.ts";
import { createFunction } from "./function.ts";
import type { Mail } from "./mail.ts";
import { createWorkQueue, type WorkQueue } from "./queue.ts";
import type { Storage } from "./storage.ts";

const timeoutSeconds = 120;
/** Concurrent batches. Each sends about three letters a second; SES allows fourteen. */
const atOnce = 5;

export function createNotices(
  stack: Stack,
  { table, documents, uploads, itemActions, queries }: Storage,
  { queue }: Failures,
  { origin, mail }: { origin: string; mail: Mail },
): WorkQueue {
  const notices = createFunction(stack, "Notices", {
    handler: "functions/notices/lambda.handler",
    memoryMegabytes: 1024,
    timeoutSeconds,
    environment: {
      TABLE_NAME: table.tableName,
      DOCUMENTS_BUCKET: documents.bucketName,
      UPLOADS_BUCKET: uploads.bucket.bucketName,
      PUBLIC_ORIGIN: origin,
      MAIL_SENDER: mail.sender,
    },
    allowed: [
      itemActions("GetItem", "BatchGetItem", "PutItem"),
      queries(),
      {
        ...itemActions("DeleteItem"),
        conditions: {
          "ForAllValues:StringLike": {
            "dynamodb:LeadingKeys": ["RECEIPT#*", "MAIL#*", "KEYREQUEST#*", "LETTERS#*"],
          },
        },
      },
      {
        ...itemActions("UpdateItem"),
        conditions: { "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["UPLOAD#*"] } },
      },
      { actions: ["s3:PutObject", "s3:DeleteObject"], resources: [documents.arnForObjects("receipts/*")] },
      { actions: ["s3:DeleteObject"], resources: [uploads.quarantined, uploads.released] },
      mail.allowed,
    ],
    packageFiles: Object.values(faceFiles),
  });
  callEvery(
    stack,
    "Summaries",
    notices,
    { description: "Sends the letters that were held back, an hour after the first, as one", minutes: 10 },
    queue,
  );
  return createWorkQueue(stack, {
    worker: notices,
    timeoutSeconds,
    batchSize: 10,
    maxConcurrency: atOnce,
    failed: queue,
  });
}
