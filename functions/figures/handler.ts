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
  log: (message: string, details: Record<string, unknown>) => void;
}

/**
 * Aggregates initiatives of a stream batch and stores the heads of their histories (functions/history-heads).
 * Idempotent. After a fault, DynamoDB delivers again from the failed record.
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
          // Uses today, not the record's day, because the file of an earlier day may already be written.
          head && store.heads.note(head, dayOf(clock())),
        ]);
      } catch (error) {
        const itemIdentifier = record.dynamodb?.SequenceNumber ?? "";
        log("stream record not aggregated", { itemIdentifier, fault: summariseError(error) });
        return { batchItemFailures: [{ itemIdentifier }] };
      }
    }
    return { batchItemFailures: [] };
  };
}
