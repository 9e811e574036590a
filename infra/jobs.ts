import { Duration, TimeZone } from "aws-cdk-lib";
import { Rule } from "aws-cdk-lib/aws-events";
import { LambdaFunction } from "aws-cdk-lib/aws-events-targets";
import { FilterCriteria, FilterRule, StartingPosition } from "aws-cdk-lib/aws-lambda";
import { SqsDestination } from "aws-cdk-lib/aws-lambda-destinations";
import { DynamoEventSource, SqsDlq } from "aws-cdk-lib/aws-lambda-event-sources";
import {
  ContextAttribute,
  Schedule,
  ScheduleExpression,
  ScheduleTargetInput,
} from "aws-cdk-lib/aws-scheduler";
import { LambdaInvoke } from "aws-cdk-lib/aws-scheduler-targets";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import type { Stack } from "sst/constructs";
import { faceFiles } from "../functions/documents/faces.ts";
import {
  initiativeKey,
  invitationKey,
  jobKey,
  keyRequestKey,
  reportNoticeKey,
  reportReminderKey,
  staffKey,
  uploadPrefixes,
} from "../functions/store/keys.ts";
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

/** What happens without anybody asking: figures folded from the table's stream, receipts and mail made of it, uploads received, jobs worked on, and reports begun on their day. */
export function createJobs(stack: Stack, storage: Storage, outside: Outside) {
  const failed = new Queue(stack, "FailedJobs", {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  });
  foldFigures(stack, storage, failed);
  makeReceipts(stack, storage, failed, outside);
  receiveUploads(stack, storage, failed);
  workOnJobs(stack, storage, failed);
  scheduleReports(stack, storage, failed);
  return { failed };
}

function foldFigures(stack: Stack, { table, itemActions }: Storage, failed: Queue): void {
  const fold = createFunction(stack, "Fold", {
    handler: "functions/stream/lambda.handler",
    memoryMegabytes: 512,
    timeoutSeconds: 120,
    environment: { TABLE_NAME: table.tableName },
    // A transaction is allowed by the actions it is made of.
    allowed: [itemActions("GetItem", "PutItem", "UpdateItem")],
  });
  fold.addEventSource(
    new DynamoEventSource(table, {
      startingPosition: StartingPosition.TRIM_HORIZON,
      // Every initiative of a province adds to the same items: few large batches, one after the other, meet fewest conflicts.
      batchSize: 100,
      maxBatchingWindow: Duration.seconds(2),
      parallelizationFactor: 1,
      reportBatchItemFailures: true,
      bisectBatchOnError: true,
      retryAttempts: 50,
      // Well within the 24 hours that a stream keeps its records.
      maxRecordAge: Duration.hours(12),
      onFailure: new SqsDlq(failed),
      filters: [
        FilterCriteria.filter({
          eventName: FilterRule.or("INSERT", "MODIFY"),
          dynamodb: { Keys: { sk: { S: FilterRule.isEqual(initiativeKey("").sk) } } },
        }),
      ],
    }),
  );
}

/** Receipts and mail, beside the figures on the same stream and slower: neither waits for the other. */
function makeReceipts(
  stack: Stack,
  { table, documents, uploads, itemActions, queries }: Storage,
  failed: Queue,
  { origin, mail, identity }: Outside,
): void {
  const receipts = createFunction(stack, "Receipts", {
    handler: "functions/jobs/receipts-lambda.handler",
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
          "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["RECEIPT#*", "MAIL#*", "KEYREQUEST#*"] },
        },
      },
      { actions: ["s3:PutObject", "s3:DeleteObject"], resources: [documents.arnForObjects("receipts/*")] },
      { actions: ["s3:DeleteObject"], resources: [uploads.quarantined, uploads.released] },
      mail.allowed,
      ...(identity.accounts ? [identity.accounts.allowed] : []),
    ],
    packageFiles: Object.values(faceFiles),
  });
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
      reportBatchItemFailures: true,
      bisectBatchOnError: true,
      retryAttempts: 50,
      maxRecordAge: Duration.hours(12),
      onFailure: new SqsDlq(failed),
      filters: [
        // One filter for all: a mapping takes five.
        FilterCriteria.filter({ ...written, dynamodb: { Keys: { sk: { S: FilterRule.or(...told) } } } }),
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

/** Imports, exports and the like, a step at a time: each step's write on the stream begins the next. */
function workOnJobs(
  stack: Stack,
  { table, documents, uploads, itemActions, queries }: Storage,
  failed: Queue,
): void {
  const work = createFunction(stack, "Work", {
    handler: "functions/jobs/work-lambda.handler",
    // For the processor that comes with it; what was thrown away is collected early all the same (bench/workbooks.ts).
    memoryMegabytes: 1769,
    timeoutSeconds: 300,
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
        conditions: { "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["JOB#*"] } },
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
      { actions: ["s3:GetObject", "s3:DeleteObject"], resources: [uploads.released] },
    ],
    packageFiles: Object.values(faceFiles),
  });
  work.addEventSource(
    new DynamoEventSource(table, {
      startingPosition: StartingPosition.LATEST,
      // A step takes its time: one at a time of each job, several jobs beside each other.
      batchSize: 1,
      parallelizationFactor: 10,
      reportBatchItemFailures: true,
      // A step counts its own tries and says when it gives up; these are for a store that cannot be reached.
      retryAttempts: 50,
      maxRecordAge: Duration.hours(12),
      onFailure: new SqsDlq(failed),
      filters: [
        FilterCriteria.filter({
          eventName: FilterRule.or("INSERT", "MODIFY"),
          dynamodb: { Keys: { sk: { S: FilterRule.isEqual(jobKey("").sk) } } },
        }),
      ],
    }),
  );
}

/** A scanner's tag on an upload is what begins its reception. */
function receiveUploads(stack: Stack, { table, uploads, itemActions }: Storage, failed: Queue): void {
  const receive = createFunction(stack, "Receive", {
    handler: "functions/uploads/lambda.handler",
    memoryMegabytes: 1024,
    timeoutSeconds: 60,
    environment: { TABLE_NAME: table.tableName, UPLOADS_BUCKET: uploads.bucket.bucketName },
    allowed: [
      {
        ...itemActions("GetItem", "PutItem"),
        conditions: { "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["UPLOAD#*"] } },
      },
      {
        actions: ["s3:GetObject", "s3:GetObjectVersionTagging", "s3:DeleteObject"],
        resources: [uploads.quarantined],
      },
      { actions: ["s3:PutObject"], resources: [uploads.released] },
      // Without it S3 answers that a missing object is forbidden.
      { actions: ["s3:ListBucket"], resources: [uploads.bucket.bucketArn] },
    ],
  });
  receive.configureAsyncInvoke({ retryAttempts: 2, onFailure: new SqsDestination(failed) });
  new Rule(stack, "UploadTagged", {
    description: "An upload has been scanned",
    eventPattern: {
      source: ["aws.s3"],
      detailType: ["Object Tags Added"],
      detail: {
        bucket: { name: [uploads.bucket.bucketName] },
        object: { key: [{ prefix: uploadPrefixes.quarantine }] },
      },
    },
    targets: [new LambdaFunction(receive)],
  });
}

/** Each morning: begins the reports of the campaigns whose day has come, a message a unit, and reminds those who owe one. */
function scheduleReports(stack: Stack, { table, itemActions, queries }: Storage, failed: Queue): void {
  const report = createFunction(stack, "Report", {
    handler: "functions/report/lambda.handler",
    memoryMegabytes: 512,
    timeoutSeconds: 120,
    environment: { TABLE_NAME: table.tableName },
    allowed: [
      itemActions("GetItem", "BatchGetItem"),
      {
        ...itemActions("PutItem"),
        conditions: {
          "ForAllValues:StringLike": {
            "dynamodb:LeadingKeys": ["REPORTRUN#*", "REPORTNOTICE#*", "JOB#*", "REPORTREMINDER#*"],
          },
        },
      },
      queries(),
    ],
  });
  // The schedule only hands its message over: what becomes of it is seen by Lambda alone.
  report.configureAsyncInvoke({ retryAttempts: 2, onFailure: new SqsDestination(failed) });
  new Schedule(stack, "Morning", {
    description: "Begins reports on the day that each campaign sets, and reminds of those that are owed",
    schedule: ScheduleExpression.cron({
      minute: "0",
      hour: "7",
      timeZone: TimeZone.ASIA_HO_CHI_MINH,
    }),
    target: new LambdaInvoke(report, {
      input: ScheduleTargetInput.fromObject({ scheduledAt: ContextAttribute.scheduledTime }),
      maxEventAge: Duration.hours(20),
      retryAttempts: 10,
      deadLetterQueue: failed,
    }),
  });
}
