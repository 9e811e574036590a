import { Duration } from "aws-cdk-lib";
import type { PolicyStatementProps } from "aws-cdk-lib/aws-iam";
import { SqsEventSource } from "aws-cdk-lib/aws-lambda-event-sources";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import type { Function as BundledFunction, Stack } from "sst/constructs";

interface WorkQueueSettings {
  /** Gets the messages; the queue has its name with `Queue` behind it. */
  worker: BundledFunction;
  /** How long the function may take for a batch. */
  timeoutSeconds: number;
  batchSize: number;
  /** How many batches are worked on at once, at least 2. */
  maxConcurrency: number;
  /** Keeps messages that failed for good. */
  failed: Queue;
}

/** How long a message is tried before it has failed for good. */
const triedSeconds = 12 * 3600;

export interface WorkQueue {
  url: string;
  /** Lets a function send messages. */
  sending: PolicyStatementProps;
}

/**
 * A queue that starts a function. A message that failed comes again when its visibility ends: a minute after the function's timeout, and not six timeouts as
 * Lambda's guide has it against throttling, since `maxConcurrency` keeps Lambda from taking more messages than it can hand over.
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
