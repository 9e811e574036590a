import { FilterCriteria, FilterRule, StartingPosition } from "aws-cdk-lib/aws-lambda";
import { DynamoEventSource } from "aws-cdk-lib/aws-lambda-event-sources";
import type { Stack } from "sst/constructs";
import { faceFiles } from "../functions/documents/faces.ts";
import {
  initiativeKey,
  invitationKey,
  jobKey,
  keyRequestKey,
  ownedByInitiative,
  reportNoticeKey,
  reportReminderKey,
  staffKey,
  uploadKey,
} from "../functions/store/keys.ts";
import { callEvery } from "./daily.ts";
import type { Failures } from "./failures.ts";
import { createFunction } from "./function.ts";
import type { Identity } from "./identity.ts";
import type { Mail } from "./mail.ts";
import type { Storage } from "./storage.ts";

/** What functions are told of the world outside: where the pages live, from whom mail comes, where staff sign in. */
interface Outside {
  origin: string;
  mail: Mail;
  identity: Identity;
}

/** Receipts and mail, beside the figures on the same stream and slower: neither waits for the other. */
export function createNotices(
  stack: Stack,
  { table, documents, uploads, itemActions, queries }: Storage,
  { retries, queue }: Failures,
  { origin, mail, identity }: Outside,
): void {
  const receipts = createFunction(stack, "Notices", {
    handler: "functions/notices/lambda.handler",
    memoryMegabytes: 1024,
    timeoutSeconds: 120,
    environment: {
      TABLE_NAME: table.tableName,
      DOCUMENTS_BUCKET: documents.bucketName,
      UPLOADS_BUCKET: uploads.bucket.bucketName,
      PUBLIC_ORIGIN: origin,
      MAIL_SENDER: mail.sender,
      ...(identity.accounts ? { USER_POOL_ID: identity.accounts.pool } : {}),
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
      ...(identity.accounts ? [identity.accounts.allowed] : []),
    ],
    packageFiles: Object.values(faceFiles),
  });
  callEvery(
    stack,
    "Summaries",
    receipts,
    { description: "Sends the letters that were held back, an hour after the first, as one", minutes: 10 },
    queue,
  );
  const written = { eventName: FilterRule.or("INSERT", "MODIFY") };
  const told = [
    initiativeKey(""),
    keyRequestKey(""),
    staffKey(""),
    invitationKey(""),
    reportReminderKey("", ""),
    reportNoticeKey({ run: "", unit: "" }),
  ].map(({ sk }) => sk);
  receipts.addEventSource(
    new DynamoEventSource(table, {
      startingPosition: StartingPosition.LATEST,
      // Somebody waits for the receipt: small batches, at once.
      batchSize: 10,
      ...retries,
      filters: [
        // One filter for all: a mapping takes five.
        FilterCriteria.filter({ ...written, dynamodb: { Keys: { sk: { S: FilterRule.or(...told) } } } }),
        // The verdict on a file of a dossier, whichever came first: the verdict or the dossier.
        FilterCriteria.filter({
          ...written,
          dynamodb: {
            Keys: { sk: { S: FilterRule.isEqual(uploadKey("").sk) } },
            NewImage: {
              usedBy: { S: FilterRule.beginsWith(ownedByInitiative) },
              arrival: { M: { state: { S: FilterRule.or("clean", "refused") } } },
            },
          },
        }),
        // The last report of a run to end tells how all of it ended.
        FilterCriteria.filter({
          ...written,
          dynamodb: {
            Keys: { sk: { S: FilterRule.isEqual(jobKey("").sk) } },
            NewImage: { job: { M: { kind: { S: FilterRule.isEqual("report") } } } },
          },
        }),
      ],
    }),
  );
}
