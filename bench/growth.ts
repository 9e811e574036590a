import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DescribeTableCommand } from "@aws-sdk/client-dynamodb";
import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
} from "@aws-sdk/client-dynamodb-streams";
import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { readFaces } from "../functions/documents/faces.ts";
import { createReportHandler } from "../functions/jobs/report-making/making.ts";
import type { Item } from "../functions/store/table.ts";
import { localAccess } from "../local/credentials.ts";
import { enterDirectory } from "../local/demo/directory.ts";
import { loadWorkbook } from "../local/example.ts";
import { writeJsonFile } from "../local/json-file.ts";
import { startStorage } from "../local/standins/storage.ts";
import { startSystem } from "../local/system.ts";
import { createVisitor } from "../test/support/visitor.ts";
import { growthItems } from "./growth-records.ts";
import { putAll } from "./put-all.ts";
import { median, type Row, round } from "./row.ts";

/* Goals from 1,000 to 20,000 records: constant time for requests, linear time for searches and reports. */
const sizes = [1_000, 20_000] as const;
const now = "2026-11-20T03:00:00.000Z";
const year = 2026;
const unit = "xa-dien-khanh";
const starts = 3;
const asks = 30;
const mostGrowth = 1.5;
/** Allowance for garbage collection and disk. */
const mostOfLinear = 1.3;

type Measure = "start" | "sign-in" | "inbox page" | "dashboard" | "register search" | "report";
const steady: readonly Measure[] = ["start", "sign-in", "inbox page", "dashboard"];
const linear: readonly Measure[] = ["register search", "report"];

/** Marks the stream readers as up to date. */
async function prepare(dataDir: string, count: number): Promise<void> {
  const storage = await startStorage({ dataDir, clock: () => now });
  const { table, endpoints } = storage;
  const streams = new DynamoDBStreamsClient({ ...localAccess, endpoint: endpoints.dynamoDb });
  try {
    await loadWorkbook(storage.store);
    const { campaigns } = await enterDirectory(storage.store, now);
    const items = growthItems(storage.store, { now, campaigns }, count);
    let portion: Item[] = [];
    for await (const item of items) {
      portion.push(item);
      if (portion.length < 5_000) continue;
      await putAll(table, portion);
      portion = [];
    }
    await putAll(table, portion);
    const { Table } = await table.client.send(new DescribeTableCommand({ TableName: table.name }));
    const stream = Table?.LatestStreamArn ?? "";
    const shards = await findEnd(streams, stream, () => table.client.send(putMark(table.name)));
    const kept = { stream, shards, aliveAt: Date.now(), drained: true, missed: false };
    for (const reader of ["stream", "dispatch"]) await writeJsonFile(join(dataDir, `${reader}.json`), kept);
    await writeJsonFile(join(dataDir, "first-start.json"), { loaded: "dien-khanh", dossiers: null });
  } finally {
    streams.destroy();
    await storage.stop();
  }
}

const putMark = (TableName: string) => new PutCommand({ TableName, Item: { pk: "BENCH", sk: "MARK" } });

async function findEnd(client: DynamoDBStreamsClient, StreamArn: string, mark: () => Promise<unknown>) {
  const { StreamDescription } = await client.send(new DescribeStreamCommand({ StreamArn }));
  const shards = StreamDescription?.Shards ?? [];
  const open = shards.find(({ SequenceNumberRange }) => !SequenceNumberRange?.EndingSequenceNumber);
  const ShardId = open?.ShardId ?? "";
  const latest = { StreamArn, ShardId, ShardIteratorType: "LATEST" } as const;
  const { ShardIterator } = await client.send(new GetShardIteratorCommand(latest));
  await mark();
  const { Records = [] } = await client.send(new GetRecordsCommand({ ShardIterator }));
  const after = Records.at(-1)?.dynamodb?.SequenceNumber ?? null;
  if (after === null) throw new Error("the stream does not tell its end");
  return Object.fromEntries(
    shards.map((shard) => [
      shard.ShardId ?? "",
      shard === open ? { after, done: false } : { after: null, done: true },
    ]),
  );
}

async function measure(dataDir: string): Promise<Record<Measure, number>> {
  const times: Record<Measure, number[]> = {
    start: [],
    "sign-in": [],
    "inbox page": [],
    dashboard: [],
    "register search": [],
    report: [],
  };
  const time = async (what: Measure, run: () => Promise<unknown>) => {
    const from = performance.now();
    await run();
    times[what].push(performance.now() - from);
  };
  for (let n = 0; n < starts; n++) {
    const from = performance.now();
    const system = await startSystem({ dataDir, clock: () => now });
    await system.accounts();
    times.start.push(performance.now() - from);
    try {
      const visitor = createVisitor();
      await time("sign-in", () => visitor.signIn(system.origin, "tiep-nhan@example.vn"));
      const ask = async (path: string) => {
        const { response } = await visitor.visit(`${system.origin}${path}`);
        if (response.status !== 200) throw new Error(`${path}: ${await response.text()}`);
        await response.json();
      };
      for (let round = 0; round < asks; round++) {
        await time("inbox page", () => ask(`/api/units/${unit}/inbox`));
        await time("dashboard", () => ask(`/api/figures/${unit}/${year}?from=${year - 2}`));
      }
      for (let round = 0; round < 3; round++)
        await time("register search", () => ask(`/api/units/${unit}/register/${year}?q=khong%20co`));
      const { store, bucket } = system;
      const reports = createReportHandler({ store, bucket, faces: readFaces(), clock: () => now });
      const place = { unit: "khanh-hoa", from: String(year), to: String(year) };
      await time("report", () => reports.make(place));
    } finally {
      await system.stop();
    }
  }
  return Object.fromEntries(Object.entries(times).map(([what, each]) => [what, median(each)])) as Record<
    Measure,
    number
  >;
}

export async function measureGrowth(): Promise<Row[]> {
  const measured: Record<Measure, number>[] = [];
  for (const size of sizes) {
    const dataDir = await mkdtemp(join(tmpdir(), "bench-growth-"));
    try {
      await prepare(dataDir, size);
      measured.push(await measure(dataDir));
    } finally {
      await rm(dataDir, { recursive: true, force: true });
    }
  }
  const [few, many] = measured;
  if (!few || !many) throw new Error("nothing was measured");
  const records = (size: number) => size.toLocaleString("en");
  const row = (what: Measure, most: number, said: string): Row => {
    const ratio = many[what] / few[what];
    return {
      what: `${what} at ${records(sizes[1])} records on disk, p50`,
      measured: `${round(many[what])} ms, ratio ${round(ratio, 2)}`,
      beside: `${round(few[what])} ms at ${records(sizes[0])}; ${said}`,
      reached: ratio <= most,
    };
  };
  const times = sizes[1] / sizes[0];
  return [
    ...steady.map((what) => row(what, mostGrowth, `at most ${mostGrowth}`)),
    ...linear.map((what) => row(what, times * mostOfLinear, `in proportion is ${times}`)),
  ];
}
