import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DeleteObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { marshall } from "@aws-sdk/util-dynamodb";
import type { DynamoDBStreamEvent } from "aws-lambda";
import { afterAll, describe, expect, it } from "vitest";
import { erase } from "#core/initiatives/erasure.ts";
import { sealEvent } from "#core/initiatives/history.ts";
import { hashHeadsDay, readHeadsDay } from "#core/initiatives/history-heads.ts";
import type { FormInitiative } from "#core/initiatives/initiative.ts";
import type { Move } from "#core/initiatives/lifecycle.ts";
import { createFiguresHandler } from "../../functions/figures/handler.ts";
import { checkDays, type DayCheck } from "../../functions/history-heads/check.ts";
import { createHeadsHandler } from "../../functions/history-heads/handler.ts";
import { openHeadsBucket } from "../../functions/store/aws/heads-bucket.ts";
import { toInitiativeItem } from "../../functions/store/initiatives/initiative-items.ts";
import { eventKey } from "../../functions/store/keys.ts";
import { startS3 } from "../../local/standins/s3.ts";
import { bucketConfig } from "../../local/standins/storage.ts";
import { buildDocumentInitiative, buildInitiative, buildTransition } from "../support/submissions.ts";
import { createTestTable } from "../support/table.ts";
import { testNow } from "../support/units.ts";

const folder = await mkdtemp(join(tmpdir(), "test-heads-"));
const s3 = await startS3(folder, { documents: "documents", uploads: "uploads", heads: "heads" });
const bucket = openHeadsBucket("heads", bucketConfig(s3.endpoint));
const { store, table } = await createTestTable(() => testNow);
afterAll(async () => {
  await s3.stop();
  await rm(folder, { recursive: true });
});

let today = "2026-06-15";
const toldOf: Record<string, unknown>[] = [];
const measured: Record<string, number> = {};
const deps = {
  store,
  bucket,
  clock: () => testNow,
  log: (message: string, details: Record<string, unknown>) => toldOf.push({ message, ...details }),
  measure: (name: string, value: number) => {
    measured[name] = value;
  },
};
const night = createHeadsHandler(deps);
/** The night after a day, as the schedule asks for it at 01:30 in Vietnam. */
const nightAfter = (day: string) => {
  toldOf.splice(0);
  return night({ scheduledAt: `${day}T18:30:00Z` });
};
const aggregate = createFiguresHandler({ store, clock: () => `${today}T05:00:00Z`, log: deps.log });

/** Hands versions of records to the stream's handler, as the table does. */
async function stream(...versions: Parameters<typeof toInitiativeItem>[0][]): Promise<void> {
  const Records = versions.map((version, i) => ({
    dynamodb: {
      SequenceNumber: String(i),
      NewImage: marshall(toInitiativeItem(version), { removeUndefinedValues: true }) as never,
    },
  }));
  expect(await aggregate({ Records } satisfies DynamoDBStreamEvent)).toEqual({ batchItemFailures: [] });
}

async function keep(): Promise<FormInitiative> {
  const initiative = buildInitiative();
  await store.initiatives.create(initiative);
  await stream(initiative);
  return initiative;
}

async function move(before: FormInitiative, by: Move): Promise<FormInitiative> {
  const number = await store.initiatives.nextNumber(before.unit, before.year);
  const transition = buildTransition(before, by, number);
  await store.initiatives.save(transition, before);
  await stream(transition.initiative);
  return transition.initiative;
}

const [kept, erased, forged, removed] = [await keep(), await keep(), await keep(), await keep()];
const moved = await move(kept, "accept");
const [accepted, later] = [await move(erased, "accept"), await move(forged, "accept")];
await stream(buildDocumentInitiative(), moved);

describe("the nights of a movement", () => {
  it("begin with the first day of which there are heads, and write each day once", async () => {
    const { written, checks } = await nightAfter("2026-06-16");
    expect(written).toEqual([
      { day: "2026-06-15", heads: 7 },
      { day: "2026-06-16", heads: 0 },
    ]);
    expect(checks).toEqual([{ day: "2026-06-16", file: [], heads: 0, records: [] }]);
    expect(measured).toEqual({ HeadsWritten: 7, HistoryBroken: 0 });
    expect(toldOf).toEqual([]);
    const first = (await bucket.read("2026-06-15")) ?? "";
    expect(readHeadsDay(first).heads).toContainEqual({ id: moved.id, n: 2, hash: moved.last?.hash });
    expect((await nightAfter("2026-06-16")).written).toEqual([]);
    expect(await bucket.read("2026-06-15")).toBe(first);
  });

  it("that come at once, or late, write the same: each day stands behind the one before", async () => {
    today = "2026-06-18";
    await move(moved, "propose");
    const nights = await Promise.all([nightAfter("2026-06-19"), nightAfter("2026-06-19")]);
    for (const { checks } of nights) expect(checks.flatMap(({ file }) => file)).toEqual([]);
    const days = await bucket.days();
    expect(days).toEqual(["2026-06-15", "2026-06-16", "2026-06-17", "2026-06-18", "2026-06-19"]);
    const texts = await Promise.all(days.map(async (day) => (await bucket.read(day)) ?? ""));
    expect(texts.map((text) => readHeadsDay(text).previous)).toEqual([
      null,
      ...texts.slice(0, -1).map(hashHeadsDay),
    ]);
    expect(texts.map((text) => readHeadsDay(text).heads.length)).toEqual([7, 0, 0, 1, 0]);
  });

  it("find no fault with an erasure", async () => {
    const past = await store.initiatives.getWithHistory(accepted.id);
    const context = {
      actor: { role: "administrator" as const, staff: "s1" },
      now: testNow,
      salt: () => randomBytes(16),
    };
    const erasure = erase(accepted, past?.events ?? [], "contact", context);
    if (!erasure.transition) throw new Error("nothing to erase");
    await store.initiatives.erase({ ...erasure, transition: erasure.transition }, accepted);
    expect((await nightAfter("2026-07-15")).checks.flatMap(({ records }) => records)).toEqual([]);
    expect(toldOf).toEqual([]);
  });

  it("find a history that was made anew, and a record that is gone, a month later at the latest, and tell codes and numbers alone", async () => {
    // All hashes of the forged history are right: only what was written down tells.
    const { event, openings } = sealEvent(
      later.first,
      {
        at: testNow,
        move: "refuse",
        from: "registered",
        to: "refused",
        actor: { role: "reviewer", staff: "s2" },
        facts: {},
        personal: { reason: "Trùng với sáng kiến khác" },
      },
      () => randomBytes(16),
    );
    const put = (Item: object) => table.client.send(new PutCommand({ TableName: table.name, Item }));
    await put({ ...eventKey(later.id, 2), event, openings });
    await put(toInitiativeItem({ ...later, state: "refused", last: event }));
    await put({ ...toInitiativeItem(buildDocumentInitiative({ id: removed.id })) });
    const { checks } = await nightAfter("2026-08-14");
    expect(checks.map(({ day }) => day)).toEqual(["2026-08-14", "2026-07-15", "2026-06-15"]);
    const faults = [
      { id: later.id, n: 2, fault: "differs" },
      { id: removed.id, n: 1, fault: "gone" },
    ].sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(checks[2]?.records).toEqual(faults);
    expect(measured.HistoryBroken).toBe(2);
    expect(toldOf.filter(({ message }) => message === "a history is broken")).toEqual(
      faults.map((fault) => ({ message: "a history is broken", day: "2026-06-15", ...fault })),
    );
  });
});

it("whoever answers a complaint sees one initiative's days alone, or all of them", async () => {
  const faultsOf = async (asked: Parameters<typeof checkDays>[1]) => {
    const checks = await Array.fromAsync(checkDays({ store, bucket }, asked));
    return [checks.length, checks.reduce((sum, { heads }) => sum + heads, 0), brokenIn(checks)];
  };
  const brokenIn = (checks: DayCheck[]) =>
    checks.flatMap(({ file, records }) => [...file, ...records.map(({ fault }) => fault)]).sort();
  const days = (await bucket.days()).length;
  expect(await faultsOf({ id: moved.id })).toEqual([days, 3, []]);
  expect(await faultsOf({ id: later.id })).toEqual([days, 2, ["differs"]]);
  expect(await faultsOf({ day: "2026-06-15" })).toEqual([1, 7, ["differs", "gone"]]);
  expect(await faultsOf({})).toEqual([days, 8, ["differs", "gone"]]);
  // A day that is taken out, or changed, breaks the chain of days.
  const without = {
    ...bucket,
    read: async (day: string) => (day === "2026-06-17" ? null : bucket.read(day)),
  };
  const changed = {
    ...bucket,
    read: async (day: string) => {
      const text = await bucket.read(day);
      return day === "2026-06-15" && text ? text.replace(moved.id, erased.id) : text;
    },
  };
  const all = async (other: typeof bucket) =>
    brokenIn(await Array.fromAsync(checkDays({ store, bucket: other }, { id: "x" })));
  expect(await all(without)).toEqual(["unreadable", "unreadable"]);
  expect(await all(changed)).toEqual(["previous"]);
});

it("a night that is too short looks at the latest days, and says which it left out", async () => {
  let minutes = 0;
  const clock = () => new Date(Date.parse(testNow) + 60_000 * minutes++ * 4).toISOString();
  const short = createHeadsHandler({ ...deps, clock });
  toldOf.splice(0);
  const { checks } = await short({ scheduledAt: "2026-09-13T18:30:00Z" });
  expect(checks.map(({ day }) => day)).toEqual(["2026-09-13", "2026-08-14"]);
  expect(toldOf).toContainEqual({
    message: "the night was too short for all days",
    days: ["2026-06-15", "2026-07-15"],
  });
});

describe("what was written down", () => {
  const client = new S3Client({ ...bucketConfig(s3.endpoint), forcePathStyle: true });
  afterAll(() => client.destroy());
  const refusal = { name: "AccessDenied" };
  const place = { Bucket: "heads", Key: "heads/2026-06-15.json" };

  it("is neither replaced nor deleted", async () => {
    expect(await bucket.write("2026-06-15", "{}")).toBe(false);
    await expect(client.send(new PutObjectCommand({ ...place, Body: "{}" }))).rejects.toMatchObject(refusal);
    await expect(client.send(new DeleteObjectCommand(place))).rejects.toMatchObject(refusal);
    expect((await bucket.read("2026-06-15"))?.length).toBeGreaterThan(100);
    expect(await bucket.read("2026-06-14")).toBeNull();
  });
});

it("a message that names no instant is refused", async () => {
  await expect(night({})).rejects.toThrow("query.invalid");
});
