import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { expect, onTestFinished, test, vi } from "vitest";
import { readJsonFile } from "../../local/json-file.ts";
import { type System, startSystem } from "../../local/system.ts";
import { buildInitiative } from "../support/submissions.ts";
import { commune, seedDirectory, staff, testYear } from "../support/units.ts";
import { createVisitor } from "../support/visitor.ts";
import { waitFor } from "../support/wait.ts";

/** More than what a start could read by the way of other things. */
const records = 40;

/** Runs something and tells what was asked of DynamoDB meanwhile, and how many items it read for that. */
async function watchReads(run: () => Promise<unknown>) {
  const read: { command: string; items: number }[] = [];
  const send = DynamoDBDocumentClient.prototype.send;
  const spy = vi.spyOn(DynamoDBDocumentClient.prototype, "send");
  spy.mockImplementation(async function (this: DynamoDBDocumentClient, ...args: unknown[]) {
    const answer = await (
      send as (...given: unknown[]) => Promise<{ ScannedCount?: number; Item?: object }>
    ).apply(this, args);
    const items = answer.ScannedCount ?? (answer.Item ? 1 : 0);
    const command = (args[0] as object).constructor.name;
    if (/^(Get|BatchGet|Query|Scan|Describe)/.test(command)) read.push({ command, items });
    return answer;
  } as typeof send);
  try {
    await run();
  } finally {
    spy.mockRestore();
  }
  return {
    items: read.reduce((sum, { items }) => sum + items, 0),
    commands: read.map(({ command }) => command).sort(),
  };
}

test("a start and a sign-in read the same, however many records there are", {
  timeout: 240_000,
}, async () => {
  const dataDir = await mkdtemp(join(tmpdir(), "test-growth-"));
  onTestFinished(() => rm(dataDir, { recursive: true }));
  const start = () => startSystem({ dataDir, empty: true, log: () => {} });

  interface Kept {
    shards: object;
    drained: boolean;
  }
  /** Waits until both stream readers and all queues are done, and stops; repeats if something was written meanwhile. */
  const settle = async (running: System) => {
    for (let system = running; ; system = await start()) {
      const readers = () =>
        Promise.all(["stream", "dispatch"].map((name) => readJsonFile<Kept>(join(dataDir, `${name}.json`))));
      const queued = async () => {
        const names = await readdir(join(dataDir, "queues"), { recursive: true }).catch(() => []);
        return names.filter((name) => name.endsWith(".json"));
      };
      await waitFor(async () => {
        const [first, ...others] = (await readers()).map((kept) => kept?.shards);
        for (const other of others) expect(other).toEqual(first);
        expect(await queued()).toEqual([]);
      }, 60_000);
      await system.stop();
      if ((await queued()).length > 0) continue;
      if ((await readers()).every((kept) => kept?.drained)) return;
    }
  };
  const signIn = ({ origin }: System) => createVisitor().signIn(origin, staff.administrator.email);
  const startAndSignIn = () =>
    watchReads(async () => {
      const system = await start();
      expect(await system.accounts()).toHaveLength(Object.keys(staff).length);
      await signIn(system);
      await system.stop();
    });

  const first = await start();
  await seedDirectory(first.store);
  await signIn(first);
  await settle(first);
  const before = await startAndSignIn();
  // DynamoDB Local counts all items for it.
  expect(before.commands).not.toContain("DescribeTableCommand");

  const between = await start();
  for (let n = 0; n < records; n++)
    await between.store.initiatives.create({ ...buildInitiative(), id: `DKST-${n}` });
  await waitFor(async () => {
    const { counted } = await between.store.figures.rows(commune.id, testYear);
    expect(counted.find(({ key, dimension }) => key === "registered" && dimension === "")?.value).toBe(
      records,
    );
  });
  await settle(between);

  expect(await startAndSignIn()).toEqual(before);
});
