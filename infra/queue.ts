import { Duration } from "aws-cdk-lib";
import type { PolicyStatementProps } from "aws-cdk-lib/aws-iam";
import { SqsEventSource } from "aws-cdk-lib/aws-lambda-event-sources";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import type { Function as BundledFunction, Stack } from "sst/constructs";

interface WorkQueueSettings {
  /** The worker `Notices` gets the queue `NoticesQueue`. */
  worker: BundledFunction;
  timeoutSeconds: number;
  batchSize: number;
  /** SQS requires at least 2. */
  maxConcurrency: number;
  failed: Queue;
}

const triedSeconds = 12 * 3600;

export interface WorkQueue {
  url: string;
  sending: PolicyStatementProps;
}

/**
 * A failed message returns a minute after the function's timeout. AWS recommends six times the timeout because of
 * throttling, which `maxConcurrency` prevents.
 */
export function createWorkQueue(stack: Stack, settings: WorkQueueSettings): WorkQueue {
  const { worker, timeoutSeconds, batchSize, maxConcurrency, failed } = settings;
  const visibleAfter = timeoutSeconds + 60;
  const queue = new Queue(stack, `${worker.node.id}Queue`, {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    visibilityTimeout: Duration.seconds(visibleAfter),
    deadLetterQueue: { queue: failed, maxReceiveCount: Math.floor(triedSeconds / visibleAfter) },
  });
  worker.addEventSource(
    new SqsEventSource(queue, { batchSize, maxConcurrency, reportBatchItemFailures: true }),
  );
  return { url: queue.queueUrl, sending: { actions: ["sqs:SendMessage"], resources: [queue.queueArn] } };
}
