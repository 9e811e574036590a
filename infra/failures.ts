import { Duration } from "aws-cdk-lib";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IEventSourceDlq } from "aws-cdk-lib/aws-lambda";
import type { CfnBucket } from "aws-cdk-lib/aws-s3";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import type { Stack } from "sst/constructs";
import { createBucket } from "./bucket.ts";
import type { Storage } from "./storage.ts";

export type Failures = ReturnType<typeof createFailures>;

export const createFailedQueue = (stack: Stack, name: string): Queue =>
  new Queue(stack, name, {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  });

/**
 * Keeps failed work until `npm run replay`. Stream batches go to the bucket, because the stream keeps records
 * for only a day.
 */
export function createFailures(stack: Stack, { logs }: Storage) {
  const queue = createFailedQueue(stack, "FailedJobs");
  const bucket = createBucket(stack, "Failed", { lifecycleRules: [{ expiration: Duration.days(30) }] }, logs);
  queue.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal("s3.amazonaws.com")],
      actions: ["sqs:SendMessage"],
      resources: [queue.queueArn],
      // Naming the bucket would create a circular reference.
      conditions: { StringEquals: { "aws:SourceAccount": stack.account } },
    }),
  );
  const resource = bucket.node.defaultChild as CfnBucket;
  // CDK's method would add a custom-resource function.
  resource.notificationConfiguration = {
    queueConfigurations: [{ event: "s3:ObjectCreated:*", queue: queue.queueArn }],
  };
  resource.node.addDependency(queue.node.findChild("Policy"));
  /** CDK's destination would also grant reading and deleting. */
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
    queue,
    /** Retries must end within the stream's 24 hours. */
    retries: {
      reportBatchItemFailures: true,
      bisectBatchOnError: true,
      retryAttempts: 50,
      maxRecordAge: Duration.hours(12),
      onFailure: batches,
    },
  };
}
