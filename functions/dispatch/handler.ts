import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from "aws-lambda";
import { summariseError } from "#core/base/error-summary.ts";
import { isUnfinished } from "#core/jobs/job.ts";
import type { Queue } from "../store/aws/queue.ts";
import {
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
  /** Gets the sequence number of a record that failed and the error, nothing personal. */
  log: (message: string, details: Record<string, unknown>) => void;
}

/**
 * Sends what follows from a write to the queues of the functions that do it, so that two functions at most read the table's stream (DynamoDB serves no more
 * per shard) and none of them waits for another. A message is the record's new image. It is sent before the record counts as handled: after a fault
 * the stream delivers again from that record on, and the receivers tolerate messages that come twice.
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

/** The queues that get a written item; none for a removal and for items that nothing follows from. */
function queuesFor(image: unknown): QueueName[] {
  const job = readJobImage(image);
  // The last report of a run to end tells how the run ended.
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
      readScannedImage(image)) !== null;
  return noticed ? ["notices"] : [];
}
