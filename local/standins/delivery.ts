import { setTimeout as sleep } from "node:timers/promises";
import type { AttributeValue, _Record as StreamRecord } from "@aws-sdk/client-dynamodb-streams";
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from "aws-lambda";

/** How a batch is handed to a handler, and how often again. */
export interface Delivery {
  handler(event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse>;
  /** How often a record may fail before it is given up, as into the queue of failures in the cloud. */
  attempts: number;
  /** The first pause before a retry, in milliseconds; each next one is twice as long, up to five seconds. */
  pause: number;
}

const longestPause = 5_000;

interface Delivering {
  records: StreamRecord[];
  delivery: Delivery;
  /** Told of the last record that needs no delivery any more. */
  reach(sequenceNumber: string | null): Promise<void>;
  /** Told of a record that is not handled and will not come again. */
  gaveUp(): Promise<void>;
  signal: AbortSignal;
  log(message: string, details: Record<string, unknown>): void;
}

/**
 * Delivers records in order, as Lambda does with partial batch responses: on a failure again from the first record that failed. False where
 * `signal` ended it before all were handled.
 */
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
    const wait = Math.min(pause * 2 ** (failures - 1), longestPause);
    await sleep(wait, undefined, { signal }).catch(() => {});
  }
  return true;
}

/** How many records at the head of a batch were handled. Anything unclear is a failure of the whole batch, as in Lambda. */
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

/** A record as Lambda hands it over: times in seconds, binary values in base64. */
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

/** DynamoDB Local's stream gives an empty map as `{}`, without its type; the cloud gives `{ M: {} }`. */
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
