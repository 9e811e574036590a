import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from "aws-lambda";
import { dayOf } from "#core/base/calendar.ts";
import { summariseError } from "#core/base/error-summary.ts";
import type { CountedVersion } from "#core/figures/contribution.ts";
import { type Head, headOf } from "#core/initiatives/history-heads.ts";
import type { Store } from "../store/store.ts";
import { readCountedImage, readStreamImage } from "../store/stream-image.ts";
import { aggregateInOrder } from "./aggregation.ts";

interface StreamDeps {
  store: Store;
  clock: () => string;
  log: (message: string, details: Record<string, unknown>) => void;
}

interface ReadRecord {
  version: CountedVersion;
  head: Head | null;
  /** Position in the batch. */
  at: number;
}

interface Failure {
  at: number;
  error: unknown;
}

/**
 * Aggregates a stream batch and stores history heads. Idempotent. After a fault, DynamoDB delivers again from
 * the failed record.
 */
export function createFiguresHandler({ store, clock, log }: StreamDeps) {
  return async ({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const { read, unreadable } = readRecords(Records);
    // Stores heads under today, because the heads file of the record's day may already exist.
    const day = dayOf(clock());
    const [aggregated, ...noted] = await Promise.all([
      aggregateInOrder(
        store,
        read.map(({ version }) => version),
      ),
      ...read.map(({ head, at }) => noteHead(head, at, day)),
    ]);
    const { failed } = aggregated;
    const failures = [
      ...(failed ? [{ at: read[failed.at]?.at ?? 0, error: failed.error }] : []),
      ...noted.flatMap((each) => each ?? []),
      ...(unreadable ? [unreadable] : []),
    ];
    const [first] = failures.sort((a, b) => a.at - b.at);
    if (!first) return { batchItemFailures: [] };
    const itemIdentifier = Records[first.at]?.dynamodb?.SequenceNumber ?? "";
    log("stream record not aggregated", { itemIdentifier, fault: summariseError(first.error) });
    return { batchItemFailures: [{ itemIdentifier }] };
  };

  async function noteHead(head: Head | null, at: number, day: string): Promise<Failure | null> {
    try {
      if (head) await store.heads.note(head, day);
      return null;
    } catch (error) {
      return { at, error };
    }
  }
}

function readRecords(records: DynamoDBRecord[]): { read: ReadRecord[]; unreadable: Failure | null } {
  const read: ReadRecord[] = [];
  for (const [at, { dynamodb }] of records.entries())
    try {
      const version = readCountedImage(dynamodb?.NewImage);
      const initiative = readStreamImage(dynamodb?.NewImage);
      if (version) read.push({ version, head: initiative && headOf(initiative), at });
    } catch (error) {
      return { read, unreadable: { at, error } };
    }
  return { read, unreadable: null };
}
