import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from "aws-lambda";
import { summariseError } from "#core/base/error-summary.ts";
import { isUnfinished } from "#core/jobs/job.ts";
import type { Queue } from "../store/aws/queue.ts";
import {
  readDroppedImage,
  readInvitationImage,
  readJobImage,
  readKeyRequestImage,
  readNoticeImage,
  readReminderImage,
  readScannedImage,
  readStaffImage,
  readStreamImage,
} from "../store/stream-image.ts";

type QueueName = "notices" | "jobs" | "accounts";

interface DispatchDeps {
  queues: Record<QueueName, Queue>;
  /** Logs no personal data. */
  log: (message: string, details: Record<string, unknown>) => void;
}

/**
 * Sends each record's new image to the queues of the functions that need it, because DynamoDB allows only two
 * readers per shard. A fault repeats records, so receivers must be idempotent.
 */
export function createDispatchHandler({ queues, log }: DispatchDeps) {
  return async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    for (const { dynamodb } of event.Records) {
      try {
        for (const name of queuesFor(dynamodb?.NewImage)) await queues[name].send(dynamodb?.NewImage);
      } catch (error) {
        const itemIdentifier = dynamodb?.SequenceNumber ?? "";
        log("stream record not dispatched", { itemIdentifier, fault: summariseError(error) });
        return { batchItemFailures: [{ itemIdentifier }] };
      }
    }
    return { batchItemFailures: [] };
  };
}

/** Empty for removals and items without follow-up work. */
function queuesFor(image: unknown): QueueName[] {
  const job = readJobImage(image);
  // Notices gets every report job, to report a run's outcome after its last job.
  if (job)
    return [
      ...(isUnfinished(job) ? ["jobs" as const] : []),
      ...(job.kind === "report" ? ["notices" as const] : []),
    ];
  if (readStaffImage(image)) return ["accounts"];
  const noticed =
    readStreamImage(image)?.origin === "application" ||
    (readKeyRequestImage(image) ??
      readInvitationImage(image) ??
      readReminderImage(image) ??
      readNoticeImage(image) ??
      readScannedImage(image) ??
      readDroppedImage(image)) !== null;
  return noticed ? ["notices"] : [];
}
