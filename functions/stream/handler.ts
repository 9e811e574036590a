import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from "aws-lambda";
import { describeFault } from "../core/fault.ts";
import type { Store } from "../store/store.ts";
import { readStreamImage } from "../store/stream-image.ts";
import { foldInitiative } from "./fold.ts";

interface StreamDeps {
  store: Store;
  /** Told of a record that could not be folded: its sequence number and the error, nothing personal. */
  log: (message: string, details: Record<string, unknown>) => void;
}

/**
 * Handles a batch of the table's stream: each initiative in it is folded into the figures. On a fault the batch stops there and
 * the rest is given back (partial batch response), so that DynamoDB delivers from that record on again.
 */
export function createStreamHandler({ store, log }: StreamDeps) {
  return async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    for (const record of event.Records) {
      try {
        const initiative = readStreamImage(record.dynamodb?.NewImage);
        if (initiative) await foldInitiative(store, initiative);
      } catch (error) {
        const itemIdentifier = record.dynamodb?.SequenceNumber ?? "";
        log("stream record not folded", { itemIdentifier, fault: describeFault(error) });
        return { batchItemFailures: [{ itemIdentifier }] };
      }
    }
    return { batchItemFailures: [] };
  };
}
