import { Duration } from "aws-cdk-lib";
import { AnyPrincipal, Effect, PolicyStatement } from "aws-cdk-lib/aws-iam";
import { ObjectLockRetention } from "aws-cdk-lib/aws-s3";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import type { Stack } from "sst/constructs";
import { headPartition, headsPrefix, historyPartition } from "../functions/store/keys.ts";
import { createBucket } from "./bucket.ts";
import { callDaily } from "./daily.ts";
import { createFunction } from "./function.ts";
import { stageOf } from "./stages.ts";
import type { Storage } from "./storage.ts";

export function createHistoryHeads(stack: Stack, { table, logs, itemActions }: Storage, failed: Queue): void {
  const bucket = createHeadsBucket(stack, logs);
  const heads = createFunction(stack, "HistoryHeads", {
    handler: "functions/history-heads/lambda.handler",
    memoryMegabytes: 1769,
    timeoutSeconds: 900,
    environment: { TABLE_NAME: table.tableName, HEADS_BUCKET: bucket.bucketName },
    allowed: [
      {
        ...itemActions("Query"),
        conditions: {
          "ForAllValues:StringLike": { "dynamodb:LeadingKeys": [headPartition("*"), historyPartition("*")] },
        },
      },
      { actions: ["s3:GetObject", "s3:PutObject"], resources: [bucket.arnForObjects(`${headsPrefix}*`)] },
      // Without this right, S3 answers 403 for a missing object.
      { actions: ["s3:ListBucket"], resources: [bucket.bucketArn] },
    ],
  });
  callDaily(
    stack,
    "Night",
    heads,
    {
      description: "Writes down the heads of histories of the day that has ended, and holds records to them",
      hour: "1",
      minute: "30",
    },
    failed,
  );
}

/** Creates a write-once bucket: `headsLock` keeps objects and the policy denies deletion. */
function createHeadsBucket(stack: Stack, logs: Storage["logs"]) {
  const { mode, days } = stageOf(stack).headsLock;
  const duration = Duration.days(days);
  const bucket = createBucket(
    stack,
    "HeadsBucket",
    {
      versioned: true,
      objectLockDefaultRetention:
        mode === "compliance"
          ? ObjectLockRetention.compliance(duration)
          : ObjectLockRetention.governance(duration),
    },
    logs,
  );
  const deny = (statement: { actions: string[]; conditions?: Record<string, unknown> }) =>
    bucket.addToResourcePolicy(
      new PolicyStatement({
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        resources: [bucket.arnForObjects("*")],
        ...statement,
      }),
    );
  deny({
    actions: [
      "s3:BypassGovernanceRetention",
      "s3:DeleteObject",
      "s3:DeleteObjectVersion",
      "s3:PutObjectLegalHold",
      "s3:PutObjectRetention",
    ],
  });
  // A second version under the same key would hide the first.
  deny({ actions: ["s3:PutObject"], conditions: { Null: { "s3:if-none-match": "true" } } });
  return bucket;
}
