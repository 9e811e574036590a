import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from "aws-lambda";
import { dayOf } from "#core/base/calendar.ts";
import { summariseError } from "#core/base/error-summary.ts";
import { headOf } from "#core/initiatives/history-heads.ts";
import type { Store } from "../store/store.ts";
import { readStreamImage } from "../store/stream-image.ts";
import { aggregateInitiative } from "./aggregation.ts";

interface StreamDeps {
  store: Store;
  clock: () => string;
  /** Told of a record that could not be folded: its sequence number and the error, nothing personal. */
  log: (message: string, details: Record<string, unknown>) => void;
}

/**
 * Handles a batch of the table's stream: each initiative in it is folded into the figures, and the head of its history is noted for the night
 * (functions/history-heads). Both change nothing when done again. On a fault the batch stops there and
 * the rest is given back (partial batch response), so that DynamoDB delivers from that record on again.
 */
export function createFiguresHandler({ store, clock, log }: StreamDeps) {
  return async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    for (const record of event.Records) {
      try {
        const initiative = readStreamImage(record.dynamodb?.NewImage);
        if (!initiative) continue;
        const head = headOf(initiative);
        await Promise.all([
          aggregateInitiative(store, initiative),
          // Under today: what comes late is in a file that is still to be written.
          head && store.heads.note(head, dayOf(clock())),
        ]);
      } catch (error) {
        const itemIdentifier = record.dynamodb?.SequenceNumber ?? "";
        log("stream record not folded", { itemIdentifier, fault: summariseError(error) });
        return { batchItemFailures: [{ itemIdentifier }] };
      }
    }
    return { batchItemFailures: [] };
  };
}
