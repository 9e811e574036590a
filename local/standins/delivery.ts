import { setTimeout as sleep } from "node:timers/promises";
import type { AttributeValue, _Record as StreamRecord } from "@aws-sdk/client-dynamodb-streams";
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from "aws-lambda";

export interface RetryPolicy {
  /** Failures before a record or message is dropped. */
  attempts: number;
  /** First pause in milliseconds; doubles up to five seconds. */
  pause: number;
}

const longestPause = 5_000;

export const waitToRetry = (pause: number, failures: number, signal: AbortSignal): Promise<void> =>
  sleep(Math.min(pause * 2 ** (failures - 1), longestPause), undefined, { signal }).catch(() => {});

export interface Delivery extends RetryPolicy {
  handler(event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse>;
}

interface Delivering {
  records: StreamRecord[];
  delivery: Delivery;
  /** Called with the last handled or dropped record. */
  reach(sequenceNumber: string | null): Promise<void>;
  /** Called when a record is dropped. */
  gaveUp(): Promise<void>;
  signal: AbortSignal;
  log(message: string, details: Record<string, unknown>): void;
}

/** Delivers in order, with Lambda's partial batch responses. Returns false if aborted. */
export async function deliver({
  records,
  delivery: { handler, attempts, pause },
  reach,
  gaveUp,
  signal,
  log,
}: Delivering): Promise<boolean> {
  let left = records.map(toLambdaRecord);
  let failures = 0;
  const pass = async (count: number) => {
    if (count === 0) return;
    const last = left[count - 1]?.dynamodb?.SequenceNumber ?? null;
    left = left.slice(count);
    failures = 0;
    await reach(last);
  };
  while (left.length > 0) {
    if (signal.aborted) return false;
    await pass(await countHandled(left, handler, log));
    if (left.length === 0) break;
    failures++;
    if (failures >= attempts) {
      log("stream record given up", { sequenceNumber: left[0]?.dynamodb?.SequenceNumber, attempts });
      await gaveUp();
      await pass(1);
      continue;
    }
    await waitToRetry(pause, failures, signal);
  }
  return true;
}

/** As in Lambda, an invalid response fails the whole batch. */
async function countHandled(
  batch: DynamoDBRecord[],
  handler: Delivery["handler"],
  log: (message: string, details: Record<string, unknown>) => void,
): Promise<number> {
  try {
    const { batchItemFailures } = await handler({ Records: batch });
    const failed = batchItemFailures.map(({ itemIdentifier }) =>
      batch.findIndex(({ dynamodb }) => dynamodb?.SequenceNumber === itemIdentifier),
    );
    return failed.length === 0 ? batch.length : Math.max(0, Math.min(...failed));
  } catch (error) {
    log("stream handler failed", { error: String(error) });
    return 0;
  }
}

export function toLambdaRecord(record: StreamRecord): DynamoDBRecord {
  const { dynamodb, userIdentity: _, ...rest } = record;
  const event: unknown = {
    ...rest,
    dynamodb: dynamodb && {
      ...dynamodb,
      NewImage: dynamodb.NewImage && { ...restoreEmptyMaps({ M: dynamodb.NewImage }).M },
      ApproximateCreationDateTime: dynamodb.ApproximateCreationDateTime
        ? Math.floor(dynamodb.ApproximateCreationDateTime.getTime() / 1000)
        : undefined,
    },
  };
  return JSON.parse(JSON.stringify(event, encodeBinary)) as DynamoDBRecord;
}

/** DynamoDB Local's stream writes `{}` instead of `{ M: {} }`. */
function restoreEmptyMaps(value: AttributeValue): AttributeValue {
  if (value.L) return { L: value.L.map(restoreEmptyMaps) };
  if (value.M)
    return {
      M: Object.fromEntries(
        Object.entries(value.M).map(([name, member]) => [name, restoreEmptyMaps(member)]),
      ),
    };
  return Object.keys(value).length === 0 ? { M: {} } : value;
}

function encodeBinary(this: unknown, _key: string, value: unknown): unknown {
  return value instanceof Uint8Array ? Buffer.from(value).toString("base64") : value;
}
