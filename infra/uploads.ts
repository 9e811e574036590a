import { Duration } from "aws-cdk-lib";
import { Rule } from "aws-cdk-lib/aws-events";
import { SqsQueue } from "aws-cdk-lib/aws-events-targets";
import { CfnMalwareProtectionPlan } from "aws-cdk-lib/aws-guardduty";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { SqsEventSource } from "aws-cdk-lib/aws-lambda-event-sources";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import type { Stack } from "sst/constructs";
import { uploadPrefixes } from "../functions/store/keys.ts";
import { createFailedQueue, type Failures } from "./failures.ts";
import { createFunction } from "./function.ts";
import { stageOf } from "./stages.ts";
import type { Storage } from "./storage.ts";

const receiveSeconds = 60;
const atOnce = 10;

export function createUploads(
  stack: Stack,
  { table, uploads, itemActions }: Storage,
  { queue }: Failures,
): void {
  const { concurrency } = stageOf(stack);
  protect(stack, uploads);
  const scanned = new Queue(stack, "Scanned", {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    visibilityTimeout: Duration.seconds(6 * receiveSeconds),
    deadLetterQueue: { queue: createFailedQueue(stack, "ScannedFailed"), maxReceiveCount: 5 },
  });
  const receive = createFunction(stack, "Uploads", {
    handler: "functions/uploads/lambda.handler",
    memoryMegabytes: 1024,
    timeoutSeconds: receiveSeconds,
    concurrency: concurrency?.uploads,
    environment: { TABLE_NAME: table.tableName, UPLOADS_BUCKET: uploads.bucket.bucketName },
    allowed: [
      {
        ...itemActions("GetItem", "UpdateItem"),
        conditions: { "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["UPLOAD#*"] } },
      },
      {
        actions: ["s3:GetObject", "s3:GetObjectVersionTagging", "s3:DeleteObject"],
        resources: [uploads.quarantined],
      },
      { actions: ["s3:PutObject"], resources: [uploads.released, uploads.workbooks] },
      // Deletes a file whose record was erased during the scan.
      { actions: ["s3:DeleteObject"], resources: [uploads.released, uploads.workbooks] },
      // Without this right, S3 answers 403 for a missing object.
      { actions: ["s3:ListBucket"], resources: [uploads.bucket.bucketArn] },
    ],
  });
  receive.addEventSource(
    new SqsEventSource(scanned, {
      // Each message loads some megabytes into memory.
      batchSize: 5,
      maxConcurrency: concurrency?.uploads ?? atOnce,
      reportBatchItemFailures: true,
    }),
  );
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
    targets: [new SqsQueue(scanned, { deadLetterQueue: queue })],
  });
}

/** Grants the rights in the GuardDuty User Guide ("Create or update IAM role policy", Malware Protection for S3). */
function protect(stack: Stack, { bucket, quarantined }: Storage["uploads"]): void {
  const role = new Role(stack, "ScannerRole", {
    // No condition, because the guide documents none.
    assumedBy: new ServicePrincipal("malware-protection-plan.guardduty.amazonaws.com"),
  });
  const allow = (statement: ConstructorParameters<typeof PolicyStatement>[0]) =>
    role.addToPolicy(new PolicyStatement(statement));
  const ruleOfGuardDuty = stack.formatArn({
    service: "events",
    resource: "rule",
    resourceName: "DO-NOT-DELETE-AmazonGuardDutyMalwareProtectionS3*",
  });
  allow({
    actions: ["events:PutRule", "events:DeleteRule", "events:PutTargets", "events:RemoveTargets"],
    resources: [ruleOfGuardDuty],
    conditions: {
      StringLike: { "events:ManagedBy": "malware-protection-plan.guardduty.amazonaws.com" },
    },
  });
  allow({ actions: ["events:DescribeRule", "events:ListTargetsByRule"], resources: [ruleOfGuardDuty] });
  allow({
    actions: [
      "s3:PutObjectTagging",
      "s3:GetObjectTagging",
      "s3:PutObjectVersionTagging",
      "s3:GetObjectVersionTagging",
      "s3:GetObject",
      "s3:GetObjectVersion",
    ],
    resources: [quarantined],
  });
  allow({
    actions: ["s3:PutBucketNotification", "s3:GetBucketNotification", "s3:ListBucket"],
    resources: [bucket.bucketArn],
  });
  allow({
    actions: ["s3:PutObject"],
    resources: [bucket.arnForObjects("malware-protection-resource-validation-object")],
  });
  const plan = new CfnMalwareProtectionPlan(stack, "Scanner", {
    role: role.roleArn,
    protectedResource: {
      s3Bucket: { bucketName: bucket.bucketName, objectPrefixes: [uploadPrefixes.quarantine] },
    },
    actions: { tagging: { status: "ENABLED" } },
  });
  // GuardDuty tests the role at creation.
  plan.node.addDependency(role);
}
