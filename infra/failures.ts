import { Duration } from "aws-cdk-lib";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IEventSourceDlq } from "aws-cdk-lib/aws-lambda";
import type { CfnBucket } from "aws-cdk-lib/aws-s3";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import type { Stack } from "sst/constructs";
import { createBucket } from "./bucket.ts";
import type { Storage } from "./storage.ts";

export type Failures = ReturnType<typeof createFailures>;

/** A queue of what failed: for a fortnight, encrypted, over TLS alone. */
export const createFailedQueue = (stack: Stack, name: string): Queue =>
  new Queue(stack, name, {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  });

/**
 * Where what failed for good is kept until somebody hands it over again (`npm run replay`): calls and schedules as messages, batches of the stream whole, as
 * objects, since the stream itself forgets after a day. An object sends a message too, so that one queue tells of all.
 */
export function createFailures(stack: Stack, { logs }: Storage) {
  const queue = createFailedQueue(stack, "FailedJobs");
  const bucket = createBucket(stack, "Failed", { lifecycleRules: [{ expiration: Duration.days(30) }] }, logs);
  queue.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal("s3.amazonaws.com")],
      actions: ["sqs:SendMessage"],
      resources: [queue.queueArn],
      // By the account and not by the bucket, which waits for this policy.
      conditions: { StringEquals: { "aws:SourceAccount": stack.account } },
    }),
  );
  const resource = bucket.node.defaultChild as CfnBucket;
  // CDK's own way brings a function of custom resources with it.
  resource.notificationConfiguration = {
    queueConfigurations: [{ event: "s3:ObjectCreated:*", queue: queue.queueArn }],
  };
  resource.node.addDependency(queue.node.findChild("Policy"));
  /** CDK's own lets the function read and delete there too. */
  const batches: IEventSourceDlq = {
    bind(_, target) {
      const allow = (actions: string[], resources: string[]) =>
        target.addToRolePolicy(new PolicyStatement({ actions, resources }));
      allow(["s3:PutObject"], [bucket.arnForObjects("*")]);
      allow(["s3:ListBucket"], [bucket.bucketArn]);
      return { destination: bucket.bucketArn };
    },
  };
  return {
    /** For calls that nobody waits for, and for schedules. */
    queue,
    /** How often and how long a stream's batch is tried: well within the 24 hours that the stream keeps its records. */
    retries: {
      reportBatchItemFailures: true,
      bisectBatchOnError: true,
      retryAttempts: 50,
      maxRecordAge: Duration.hours(12),
      onFailure: batches,
    },
  };
}
