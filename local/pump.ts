import { setTimeout as sleep } from "node:timers/promises";
import {
  DescribeStreamCommand,
  type DynamoDBStreamsClient,
  ExpiredIteratorException,
  GetRecordsCommand,
  GetShardIteratorCommand,
  type Shard,
  TrimmedDataAccessException,
} from "@aws-sdk/client-dynamodb-streams";
import { type Delivery, deliver } from "./delivery.ts";
import { readKept, writeKept } from "./kept-file.ts";

interface Checkpoint {
  stream: string;
  /** By shard: the last sequence number that was handled, and whether the shard is read to its end. */
  shards: Record<string, { after: string | null; done: boolean }>;
}

export interface PumpSettings {
  client: DynamoDBStreamsClient;
  streamArn: string;
  /** Where the pump keeps how far it has come. */
  checkpointFile: string;
  delivery: Delivery;
  log(message: string, details: Record<string, unknown>): void;
}

export interface Pump {
  /** Ends after the batch under way. */
  stop(): Promise<void>;
}

const batchSize = 100;
/** An idle shard is asked less and less often, down to four times a second. */
const idleMilliseconds = { least: 20, most: 250 };
const troubleMilliseconds = 1_000;
const lookForShardsMilliseconds = 5_000;

/**
 * Reads a table's stream and hands it on in batches, as Lambda does: each shard in order, a child after its parent, every record at least once.
 * How far it came is kept after each batch, so that a restart goes on there.
 */
export async function startPump(settings: PumpSettings): Promise<Pump> {
  const { client, streamArn, checkpointFile, delivery, log } = settings;
  const kept = await readKept<Checkpoint>(checkpointFile);
  const checkpoint: Checkpoint = kept?.stream === streamArn ? kept : { stream: streamArn, shards: {} };
  const ending = new AbortController();
  const { signal } = ending;
  const followed = new Map<string, Promise<void>>();

  const rest = (milliseconds: number) => sleep(milliseconds, undefined, { signal }).catch(() => {});

  const reach = async (shard: string, after: string | null, done = false) => {
    checkpoint.shards[shard] = { after, done };
    await writeKept(checkpointFile, checkpoint);
  };

  const openIterator = async (shard: string, after: string | null) => {
    const answer = await client.send(
      new GetShardIteratorCommand({
        StreamArn: streamArn,
        ShardId: shard,
        ...(after
          ? { ShardIteratorType: "AFTER_SEQUENCE_NUMBER", SequenceNumber: after }
          : { ShardIteratorType: "TRIM_HORIZON" }),
      }),
    );
    return answer.ShardIterator;
  };

  /** Reads a shard until its end, or until something is wrong with the iterator. */
  const read = async (shard: string) => {
    let iterator = await openIterator(shard, checkpoint.shards[shard]?.after ?? null);
    let idle = idleMilliseconds.least;
    while (iterator && !signal.aborted) {
      const page = await client.send(new GetRecordsCommand({ ShardIterator: iterator, Limit: batchSize }));
      const records = page.Records ?? [];
      if (records.length > 0) {
        const handled = await deliver(records, delivery, (after) => reach(shard, after), signal, log);
        // Stopped in the midst of a batch: what is left comes again next time.
        if (!handled) return;
        idle = idleMilliseconds.least;
      }
      iterator = page.NextShardIterator;
      if (iterator && records.length === 0) {
        await rest(idle);
        idle = Math.min(idle * 1.5, idleMilliseconds.most);
      }
    }
    if (!signal.aborted) await reach(shard, checkpoint.shards[shard]?.after ?? null, true);
  };

  const follow = async (shard: string) => {
    while (!signal.aborted && !checkpoint.shards[shard]?.done) {
      try {
        await read(shard);
      } catch (error) {
        if (signal.aborted) return;
        if (error instanceof ExpiredIteratorException) continue;
        // Older than the stream keeps: read on from what it still has. The figures are reconciled at each start.
        if (error instanceof TrimmedDataAccessException) await reach(shard, null);
        else log("stream not readable, trying again", { shard, error: String(error) });
        await rest(troubleMilliseconds);
      }
    }
  };

  const look = async () => {
    const shards = await describeShards(client, streamArn);
    const present = new Set(shards.map(({ ShardId }) => ShardId));
    for (const known of Object.keys(checkpoint.shards))
      if (!present.has(known)) delete checkpoint.shards[known];
    for (const { ShardId, ParentShardId } of shards) {
      if (!ShardId || followed.has(ShardId) || checkpoint.shards[ShardId]?.done) continue;
      if (ParentShardId && present.has(ParentShardId) && !checkpoint.shards[ParentShardId]?.done) continue;
      followed.set(
        ShardId,
        follow(ShardId).finally(() => followed.delete(ShardId)),
      );
    }
  };

  const run = async () => {
    while (!signal.aborted) {
      try {
        await look();
      } catch (error) {
        if (!signal.aborted) log("stream not found, trying again", { error: String(error) });
      }
      // A shard that ends has children to look for at once.
      await Promise.race([rest(lookForShardsMilliseconds), ...followed.values()]);
      if (followed.size === 0) await rest(idleMilliseconds.most);
    }
    await Promise.allSettled(followed.values());
  };

  const running = run();
  return {
    async stop() {
      ending.abort();
      await running;
    },
  };
}

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
