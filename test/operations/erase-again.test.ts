import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { erased as erasedText } from "#core/base/text.ts";
import { eraseLines } from "#core/commendation/erasure.ts";
import { eraseNomination } from "#core/commendation/nomination.ts";
import { writeRecord } from "#core/commendation/record.ts";
import { type ErasureRequest, erase } from "#core/initiatives/erasure.ts";
import { verifyHistory } from "#core/initiatives/history.ts";
import type { FormInitiative } from "#core/initiatives/initiative.ts";
import { firstOpenings } from "#core/initiatives/submission.ts";
import { scanPages, writeAll } from "../../functions/store/table.ts";
import { eraseAgain } from "../../operations/data/erasures.ts";
import { keepCommendation, keepNomination, lineForm, stepAt } from "../support/commendations.ts";
import { buildInitiative, buildTransition } from "../support/submissions.ts";
import { createTestTable } from "../support/table.ts";
import { testNow } from "../support/units.ts";

const [old, back] = [await createTestTable(), await createTestTable()];
const salt = () => randomBytes(16);
const context = { actor: { role: "author", staff: null } as const, now: testNow, salt };

/** A record in both tables, withdrawn, and erased in the old one; in that which was set back it may be as it was before. */
async function keep(who: ErasureRequest["who"], { reviewed = false } = {}): Promise<string> {
  const submitted = buildInitiative();
  const withdrawn = buildTransition(submitted, "withdraw");
  for (const { store } of [old, back]) await store.initiatives.create(submitted);
  await old.store.initiatives.save(withdrawn, submitted);
  if (!reviewed) await back.store.initiatives.save(withdrawn, submitted);
  const initiative = withdrawn.initiative as FormInitiative;
  const erasure = erase(initiative, [withdrawn], who, context);
  if (!erasure.transition) throw new Error("nothing to erase");
  await old.store.initiatives.erase({ ...erasure, transition: erasure.transition }, initiative);
  return submitted.id;
}

test("what was erased since is erased again, once, and the history verifies", async () => {
  const [all, contact, reviewed] = [
    await keep("all"),
    await keep("contact"),
    await keep(0, { reviewed: true }),
  ];
  const run = async (since: string) => {
    const lines: string[] = [];
    const given = { from: old.table, store: back.store, since, clock: () => testNow, salt };
    const whole = await eraseAgain({ ...given, tell: (line) => lines.push(line.split("  ")[1] ?? "") });
    return { whole, lines: lines.sort() };
  };
  expect(await run("2099-01-01T00:00:00.000Z")).toEqual({ whole: true, lines: [] });
  const left = `${reviewed}: LEFT (erasure.inReview)`;
  expect(await run(testNow)).toEqual({
    whole: false,
    lines: [`${all}: erased again`, `${contact}: erased again`, left].sort(),
  });
  expect(await run(testNow)).toEqual({
    whole: false,
    lines: [`${all}: nothing was left`, `${contact}: nothing was left`, left].sort(),
  });
  const { initiative, events } = (await back.store.initiatives.getWithHistory(all)) ?? {};
  const record = initiative as FormInitiative;
  expect(record.application.title).toBe(erasedText);
  const first = { event: record.first, openings: firstOpenings(record) };
  expect(verifyHistory([first, ...(events ?? [])])).toEqual([]);
  const other = (await back.store.initiatives.get(contact)) as FormInitiative;
  expect([other.application.contact.email, other.application.title === erasedText]).toEqual(["", false]);
});

test("recipients of commendations and nominated persons are erased again too", async () => {
  const tables = [await createTestTable(), await createTestTable()];
  const [was, restored] = tables as [(typeof tables)[0], (typeof tables)[0]];
  const decision = await keepCommendation(was.store, { lines: [lineForm(), lineForm({ name: "Trần An" })] });
  const nomination = await keepNomination(was.store);
  for await (const items of scanPages(was.table, {}))
    await writeAll(
      restored.table,
      items.map((Item) => ({ PutRequest: { Item } })),
    );
  const kept = await was.store.commendations.linesOf(decision.id, [2]);
  const lines = eraseLines(decision, kept, [2], stepAt(), { log: [] });
  const record = writeRecord(nomination, nomination, eraseNomination(nomination), stepAt(), "erase");
  if (!lines || !record) throw new Error("nothing to erase");
  await was.store.commendations.save(lines);
  await was.store.awardRecords.save(record);
  const told: string[] = [];
  const given = { from: was.table, store: restored.store, since: testNow, clock: () => testNow, salt };
  for (let run = 0; run < 2; run++)
    expect(await eraseAgain({ ...given, tell: (line) => told.push(line) })).toBe(true);
  expect(told.filter((line) => line.includes("erased again"))).toHaveLength(2);
  const names = await Array.fromAsync(restored.store.commendations.lines(decision.id), ({ name }) => name);
  expect(names).toEqual([lineForm().name, ""]);
  expect((await restored.store.awardRecords.get("nomination", nomination.id))?.name).toBe("");
});
