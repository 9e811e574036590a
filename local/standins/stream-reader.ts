import { setTimeout as sleep } from "node:timers/promises";
import {
  DescribeStreamCommand,
  type DynamoDBStreamsClient,
  DynamoDBStreamsServiceException,
  ExpiredIteratorException,
  GetRecordsCommand,
  GetShardIteratorCommand,
  type Shard,
  TrimmedDataAccessException,
} from "@aws-sdk/client-dynamodb-streams";
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { openCheckpoint } from "./checkpoint.ts";
import { type Delivery, deliver } from "./delivery.ts";

export interface StreamReaderSettings {
  client: DynamoDBStreamsClient;
  streamArn: string;
  checkpointFile: string;
  delivery: Delivery;
  /** Recovers missed records; called until it succeeds. */
  recover?(signal: AbortSignal): Promise<void>;
  log(message: string, details: Record<string, unknown>): void;
}

export interface StreamReader {
  /** Begins stopping; `stop` waits for it. */
  end(): void;
  /** Ends the pause of an idle stream. */
  wake(): void;
  stop(): Promise<void>;
}

const batchSize = 100;
/** Pauses of an idle stream. A write of this process ends the pause. */
const idleMilliseconds = { least: 20, most: 1_000 };
const retryMilliseconds = 1_000;
/** Attempts before a position counts as lost. */
const positionAttempts = 3;
const shardPollMilliseconds = 5_000;

/** Delivers a stream as Lambda does: parent shards first, records in order, each at least once. */
export async function startStreamReader(settings: StreamReaderSettings): Promise<StreamReader> {
  const { client, streamArn, checkpointFile, delivery, log } = settings;
  const checkpoint = await openCheckpoint(checkpointFile, streamArn);
  const ending = new AbortController();
  const { signal } = ending;
  const followed = new Map<string, Promise<void>>();

  const pauseFor = (milliseconds: number) => sleep(milliseconds, undefined, { signal }).catch(() => {});
  /** Aborted by this process's next write. */
  let nextWrite = new AbortController();

  let recovering: Promise<void> = Promise.resolve();
  const recover = () => {
    const { recover: run } = settings;
    if (!run || signal.aborted) return;
    recovering = recovering.then(async () => {
      if (!checkpoint.missed() || signal.aborted) return;
      try {
        await run(signal);
        await checkpoint.setMissed(false);
      } catch (error) {
        if (!signal.aborted) log("records that were missed are not made up for", { error: String(error) });
      }
    });
  };
  const markMissed = async () => {
    await checkpoint.setMissed(true);
    recover();
  };

  const openIterator = async (shard: string, after: string | null) => {
    const request = new GetShardIteratorCommand({
      StreamArn: streamArn,
      ShardId: shard,
      ...(after
        ? { ShardIteratorType: "AFTER_SEQUENCE_NUMBER", SequenceNumber: after }
        : { ShardIteratorType: "TRIM_HORIZON" }),
    });
    try {
      return (await client.send(request)).ShardIterator;
    } catch (error) {
      // Without an answer the position may still be valid.
      const answered = error instanceof DynamoDBStreamsServiceException && error.$response !== undefined;
      const known = error instanceof TrimmedDataAccessException;
      throw after && answered && !known ? new UnknownPosition(String(error)) : error;
    }
  };

  const read = async (shard: string) => {
    let iterator = await openIterator(shard, checkpoint.shard(shard).after);
    let idle = idleMilliseconds.least;
    while (iterator && !signal.aborted) {
      const { signal: woken } = nextWrite;
      const page = await client.send(new GetRecordsCommand({ ShardIterator: iterator, Limit: batchSize }));
      const records = page.Records ?? [];
      if (records.length > 0) {
        const reach = (after: string | null) => checkpoint.reach(shard, after);
        const handled = await deliver({ records, delivery, reach, gaveUp: markMissed, signal, log });
        // The next start delivers the remaining records.
        if (!handled) return;
        idle = idleMilliseconds.least;
      }
      iterator = page.NextShardIterator;
      if (iterator && records.length === 0) {
        await sleep(idle, undefined, { signal: AbortSignal.any([signal, woken]) }).catch(() => {});
        idle = woken.aborted ? idleMilliseconds.least : Math.min(idle * 3, idleMilliseconds.most);
      }
    }
    if (!signal.aborted) await checkpoint.reach(shard, checkpoint.shard(shard).after, true);
  };

  const follow = async (shard: string) => {
    let refused = 0;
    while (!signal.aborted && !checkpoint.shard(shard).done) {
      try {
        await read(shard);
      } catch (error) {
        if (signal.aborted) return;
        if (error instanceof ExpiredIteratorException) continue;
        if (error instanceof UnknownPosition && ++refused < positionAttempts) {
          await pauseFor(retryMilliseconds);
          continue;
        }
        // The stream no longer has the position, so reading continues with the oldest record.
        if (error instanceof TrimmedDataAccessException || error instanceof UnknownPosition) {
          refused = 0;
          await checkpoint.reach(shard, null);
          await markMissed();
        } else log("stream not readable, trying again", { shard, error: String(error) });
        await pauseFor(retryMilliseconds);
      }
    }
  };

  const findShards = async () => {
    const shards = await describeShards(client, streamArn);
    const present = new Set(shards.flatMap(({ ShardId }) => ShardId ?? []));
    await checkpoint.forgetOthers(new Set(present));
    recover();
    for (const { ShardId, ParentShardId } of shards) {
      if (!ShardId || followed.has(ShardId) || checkpoint.shard(ShardId).done) continue;
      if (ParentShardId && present.has(ParentShardId) && !checkpoint.shard(ParentShardId).done) continue;
      followed.set(
        ShardId,
        follow(ShardId).finally(() => followed.delete(ShardId)),
      );
    }
  };

  const run = async () => {
    while (!signal.aborted) {
      try {
        await findShards();
      } catch (error) {
        if (!signal.aborted) log("stream not found, trying again", { error: String(error) });
      }
      // A finished shard ends the pause, because its children must be read.
      await Promise.race([pauseFor(shardPollMilliseconds), ...followed.values()]);
      if (followed.size === 0) await pauseFor(idleMilliseconds.most);
    }
    await Promise.allSettled(followed.values());
  };

  const isDrained = async () => {
    for (const { ShardId } of await describeShards(client, streamArn)) {
      if (!ShardId || checkpoint.shard(ShardId).done) continue;
      const ShardIterator = await openIterator(ShardId, checkpoint.shard(ShardId).after);
      const { Records = [] } = await client.send(new GetRecordsCommand({ ShardIterator, Limit: 1 }));
      if (Records.length > 0) return false;
    }
    return true;
  };

  const running = run();
  recover();
  return {
    end: () => ending.abort(),
    wake() {
      nextWrite.abort();
      nextWrite = new AbortController();
    },
    async stop() {
      ending.abort();
      await running;
      await recovering;
      await checkpoint.end(await isDrained().catch(() => false));
    },
  };
}

const writes = new Set(
  ["PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem", "TransactWriteItems"].map(
    (name) => `${name}Command`,
  ),
);

export function wakeOnWrites(client: DynamoDBDocumentClient, readers: readonly StreamReader[]): void {
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const answer = await next(args);
      if (writes.has(String(context.commandName))) for (const reader of readers) reader.wake();
      return answer;
    },
    { step: "initialize", name: "wakeOnWrites" },
  );
}

class UnknownPosition extends Error {}

async function describeShards(client: DynamoDBStreamsClient, streamArn: string): Promise<Shard[]> {
  const shards: Shard[] = [];
  let start: string | undefined;
  do {
    const { StreamDescription } = await client.send(
      new DescribeStreamCommand({ StreamArn: streamArn, ExclusiveStartShardId: start }),
    );
    shards.push(...(StreamDescription?.Shards ?? []));
    start = StreamDescription?.LastEvaluatedShardId;
  } while (start);
  return shards;
}
