import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DescribeTableCommand } from "@aws-sdk/client-dynamodb";
import { DynamoDBStreamsClient } from "@aws-sdk/client-dynamodb-streams";
import { PutCommand } from "@aws-sdk/lib-dynamodb";
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from "aws-lambda";
import { afterAll, afterEach, beforeEach, expect, inject, test } from "vitest";
import { localAccess } from "../../local/credentials.ts";
import { type Pump, startPump } from "../../local/pump.ts";
import { createTestTable } from "../support/table.ts";
import { waitFor } from "../support/wait.ts";

let folder = "";
let table: Awaited<ReturnType<typeof createTestTable>>;
const pumps: Pump[] = [];
const client = new DynamoDBStreamsClient({ ...localAccess, endpoint: inject("dynamoDbEndpoint") });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "test-pump-"));
  table = await createTestTable();
});
afterEach(async () => {
  await Promise.all(pumps.splice(0).map((pump) => pump.stop()));
  await rm(folder, { recursive: true });
});
afterAll(() => client.destroy());

type Handler = (event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse>;

async function pump(handler: Handler, attempts = 20): Promise<Pump> {
  const described = await table.client.send(new DescribeTableCommand({ TableName: table.table.name }));
  const started = await startPump({
    client,
    streamArn: described.Table?.LatestStreamArn ?? "",
    checkpointFile: join(folder, "stream.json"),
    delivery: { handler, attempts, pause: 1 },
    log: () => {},
  });
  pumps.push(started);
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
  await pump(async (event) => {
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
  await pump(async (event) => {
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
  await pump(async (event) => {
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
  await pump(async (event) => {
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
  const before = await pump(async (event) => {
    first.push(...namesOf(event));
    return handled;
  });
  await waitFor(() => expect(first).toEqual(["1", "2"]));
  await before.stop();
  await write("3");
  const second: string[] = [];
  await pump(async (event) => {
    second.push(...namesOf(event));
    return handled;
  });
  await waitFor(() => expect(second).toEqual(["3"]));
});
