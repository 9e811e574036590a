import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DescribeTableCommand } from "@aws-sdk/client-dynamodb";
import { DynamoDBStreamsClient } from "@aws-sdk/client-dynamodb-streams";
import { PutCommand } from "@aws-sdk/lib-dynamodb";
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from "aws-lambda";
import { afterAll, afterEach, beforeEach, describe, expect, inject, test } from "vitest";
import { localAccess } from "../../local/credentials.ts";
import { readJsonFile, writeJsonFile } from "../../local/json-file.ts";
import { type StreamReader, startStreamReader } from "../../local/standins/stream-reader.ts";
import { createTestTable } from "../support/table.ts";
import { waitFor } from "../support/wait.ts";

let folder = "";
let table: Awaited<ReturnType<typeof createTestTable>>;
const readers: StreamReader[] = [];
const client = new DynamoDBStreamsClient({ ...localAccess, endpoint: inject("dynamoDbEndpoint") });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "test-stream-reader-"));
  checkpointFile = join(folder, "stream.json");
  table = await createTestTable(undefined, { stream: true });
});
afterEach(async () => {
  await Promise.all(readers.splice(0).map((reader) => reader.stop()));
  await rm(folder, { recursive: true });
});
afterAll(() => client.destroy());

type Handler = (event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse>;

let checkpointFile = "";

async function startReader(
  handler: Handler,
  attempts = 20,
  recover?: () => Promise<void>,
): Promise<StreamReader> {
  const described = await table.client.send(new DescribeTableCommand({ TableName: table.table.name }));
  const started = await startStreamReader({
    client,
    streamArn: described.Table?.LatestStreamArn ?? "",
    checkpointFile,
    delivery: { handler, attempts, pause: 1 },
    ...(recover && { recover }),
    log: () => {},
  });
  readers.push(started);
  return started;
}

/** Writes items of one partition, one after the other, so that their order is known. */
async function write(...names: string[]): Promise<void> {
  for (const sk of names) {
    const Item = { pk: "A", sk, bytes: new Uint8Array([1, 2]), none: null, empty: [{ inside: {} }] };
    await table.client.send(new PutCommand({ TableName: table.table.name, Item }));
  }
}

const namesOf = (event: DynamoDBStreamEvent) =>
  event.Records.map(({ dynamodb }) => dynamodb?.Keys?.sk?.S ?? "");
const handled: DynamoDBBatchResponse = { batchItemFailures: [] };

test("every write arrives in order, in the shape that Lambda gives it", async () => {
  const events: DynamoDBStreamEvent[] = [];
  await write("1", "2");
  await startReader(async (event) => {
    events.push(event);
    return handled;
  });
  await write("3");
  await waitFor(() => expect(events.flatMap(namesOf)).toEqual(["1", "2", "3"]));
  expect(events[0]?.Records[0]).toMatchObject({
    eventName: "INSERT",
    eventSource: "aws:dynamodb",
    eventID: expect.any(String),
    dynamodb: {
      Keys: { pk: { S: "A" }, sk: { S: "1" } },
      NewImage: {
        pk: { S: "A" },
        sk: { S: "1" },
        bytes: { B: "AQI=" },
        none: { NULL: true },
        empty: { L: [{ M: { inside: { M: {} } } }] },
      },
      SequenceNumber: expect.any(String),
      ApproximateCreationDateTime: expect.any(Number),
      StreamViewType: "NEW_IMAGE",
    },
  });
});

test("a batch comes again from the first record that failed, and what was handled before does not", async () => {
  await write("1", "2", "3", "4");
  const batches: string[][] = [];
  await startReader(async (event) => {
    batches.push(namesOf(event));
    if (batches.length > 2) return handled;
    const failed = event.Records.filter(({ dynamodb }) => Number(dynamodb?.Keys?.sk?.S) >= 3);
    return {
      batchItemFailures: failed.map(({ dynamodb }) => ({ itemIdentifier: dynamodb?.SequenceNumber ?? "" })),
    };
  });
  await waitFor(() => expect(batches.length).toBe(3));
  expect(batches).toEqual([
    ["1", "2", "3", "4"],
    ["3", "4"],
    ["3", "4"],
  ]);
});

test("a handler that throws, or names no record of the batch, gets the whole batch again", async () => {
  await write("1", "2");
  const batches: string[][] = [];
  await startReader(async (event) => {
    batches.push(namesOf(event));
    if (batches.length === 1) throw new Error("the table is busy");
    if (batches.length === 2) return { batchItemFailures: [{ itemIdentifier: "" }] };
    return handled;
  });
  await waitFor(() =>
    expect(batches).toEqual([
      ["1", "2"],
      ["1", "2"],
      ["1", "2"],
    ]),
  );
});

test("a record that fails for ever is given up, and the ones behind it are not held back", async () => {
  await write("poison", "2", "3");
  const done: string[] = [];
  await startReader(async (event) => {
    const names = namesOf(event);
    if (names[0] === "poison")
      return { batchItemFailures: [{ itemIdentifier: event.Records[0]?.dynamodb?.SequenceNumber ?? "" }] };
    done.push(...names);
    return handled;
  }, 3);
  await waitFor(() => expect(done).toEqual(["2", "3"]));
});

test("a restart goes on behind the last record that was handled", async () => {
  await write("1", "2");
  const first: string[] = [];
  const before = await startReader(async (event) => {
    first.push(...namesOf(event));
    return handled;
  });
  await waitFor(() => expect(first).toEqual(["1", "2"]));
  await before.stop();
  await write("3");
  const second: string[] = [];
  await startReader(async (event) => {
    second.push(...namesOf(event));
    return handled;
  });
  await waitFor(() => expect(second).toEqual(["3"]));
});

describe("what may have passed it by is made up for", () => {
  const hours = 3_600_000;
  let times = 0;
  const recover = async () => {
    times++;
  };
  const missed = async () => (await readJsonFile<{ missed: boolean }>(checkpointFile))?.missed;
  beforeEach(() => {
    times = 0;
  });

  /** A run that reads what is there and stops. */
  async function runOnce(handler: Handler = async () => handled): Promise<void> {
    let seen = 0;
    const running = await startReader(
      async (event) => {
        seen += event.Records.length;
        return handler(event);
      },
      2,
      recover,
    );
    await waitFor(() => expect(seen).toBeGreaterThan(0));
    await running.stop();
  }

  /** Changes what a run left, as the time that went by since would look. */
  const change = async (changes: object) =>
    writeJsonFile(checkpointFile, { ...(await readJsonFile<object>(checkpointFile)), ...changes });

  test("once where there is no checkpoint, and not after a run that ended well", async () => {
    await write("1");
    await runOnce();
    expect(times).toBe(1);
    await write("2");
    await runOnce();
    expect(times).toBe(1);
  });

  test.each([
    [
      "longer away than the stream keeps its records",
      { drained: false, aliveAt: Date.now() - 21 * hours },
      1,
    ],
    ["killed and started again the same day", { drained: false, aliveAt: Date.now() - 19 * hours }, 0],
    ["off for weeks with nothing left to read", { drained: true, aliveAt: Date.now() - 900 * hours }, 0],
    ["the checkpoint of another table", { stream: "another" }, 1],
  ])("%s", async (_, changes, expected) => {
    await write("1");
    await runOnce();
    await change(changes);
    await write("2");
    times = 0;
    await runOnce();
    expect(times).toBe(expected);
  });

  test("a place in a shard that the stream does not know any more, and reading goes on", async () => {
    await write("1");
    await runOnce();
    const kept = await readJsonFile<{ shards: Record<string, { after: string; done: boolean }> }>(
      checkpointFile,
    );
    const shards = Object.keys(kept?.shards ?? {}).map((id) => [id, { after: "9".repeat(21), done: false }]);
    await change({ shards: Object.fromEntries(shards) });
    await write("2");
    times = 0;
    await runOnce();
    expect(times).toBe(1);
  });

  test("a record that is given up, at once; where that fails, again at the next start", async () => {
    await write("1");
    await runOnce();
    let broken = true;
    const failing = await startReader(
      async ({ Records }) => ({
        batchItemFailures: [{ itemIdentifier: Records[0]?.dynamodb?.SequenceNumber ?? "" }],
      }),
      2,
      async () => {
        times++;
        if (broken) throw new Error("still broken");
      },
    );
    await write("2");
    await waitFor(() => expect(times).toBe(2));
    await failing.stop();
    expect(await missed()).toBe(true);
    broken = false;
    await write("3");
    await runOnce();
    expect(times).toBe(3);
    expect(await missed()).toBe(false);
  });
});
