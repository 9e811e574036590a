import { addDays } from "#core/base/calendar.ts";
import { countInitiative } from "#core/figures/contributions/initiative.ts";
import { applicationFields } from "#core/initiatives/application.ts";
import type { FormInitiative } from "#core/initiatives/initiative.ts";
import type { State } from "#core/initiatives/lifecycle.ts";
import type { Unit } from "#core/units/unit.ts";
import { type Addition, additionsBetween } from "../functions/store/figures/additions.ts";
import { figurePartition } from "../functions/store/keys.ts";
import type { Item } from "../functions/store/table.ts";
import { createRandom } from "../local/demo/random.ts";
import { buildInitiative } from "../test/support/submissions.ts";
import { province, staff, testNow } from "../test/support/units.ts";
import type { BenchSystem } from "./bench-system.ts";
import { toFigureItem } from "./growth-records.ts";
import { type Row, round, timeInTurn } from "./row.ts";

const sizes = [1_000, 200_000] as const;
const years = [2024, 2025, 2026];
const rounds = 150;
const communes = Array.from({ length: 65 }, (_, n) => `xa-${n + 1}`);

export async function measureDashboard(system: BenchSystem): Promise<Row[]> {
  const headers = await system.signIn(staff.administrator);
  const asks: (() => Promise<void>)[] = [];
  const readTables: (() => Promise<unknown>)[] = [];
  const rows: number[] = [];
  let requests: string[] = [];
  for (const size of sizes) {
    const unit: Unit = { ...province, id: `don-vi-${size}`, parent: province.id, level: "commune" };
    await system.store.directory.putUnit(unit);
    const items = figureRows(unit.id, size);
    rows.push(items.length);
    await system.putAll(items);
    asks.push(async () => {
      const path = `/api/figures/${unit.id}/${years.at(-1)}?from=${years[0]}`;
      const response = await system.ask(path, { headers });
      if (response.status !== 200) throw new Error(await response.text());
      await response.json();
    });
    const [first = 0, last = 0] = [years[0], years.at(-1)];
    readTables.push(() => system.store.figures.rowsWithChildren(unit.id, first, last));
  }
  for (const ask of asks) await ask();
  requests = (await system.measure(asks[1] ?? (async () => {}))).requests;
  const [few = 0, many = 0] = await timeInTurn(asks, rounds);
  const queries = requests.filter((request) => request !== "GetItem");
  const [fewTable = 0, manyTable = 0] = await timeInTurn(readTables, rounds);
  const tableRequests = (await system.measure(readTables[1] ?? (async () => {}))).requests;
  return [
    {
      what: "dashboard of three years: requests, the session's apart",
      measured: `${queries.length} (${queries.join(", ")})`,
      beside: "1 Query",
      reached: queries.join() === "Query",
    },
    {
      what: `dashboard after ${sizes[1].toLocaleString("en")} initiatives (${rows[1]} rows), p50`,
      measured: `${round(many)} ms, ratio ${round(many / few, 2)}`,
      beside: `${round(few)} ms after ${sizes[0].toLocaleString("en")} (${rows[0]} rows), at most 1.2`,
      reached: many / few <= 1.2,
    },
    {
      what: `the same figures with the table of ${communes.length} communes: requests`,
      measured: `${tableRequests.length} (${tableRequests.join(", ")})`,
      beside: "1 Query",
      reached: tableRequests.join() === "Query",
    },
    {
      what: `figures and table after ${sizes[1].toLocaleString("en")} initiatives, p50`,
      measured: `${round(manyTable)} ms, ratio ${round(manyTable / fewTable, 2)}`,
      beside: `${round(fewTable)} ms after ${sizes[0].toLocaleString("en")}, at most 2`,
      reached: manyTable / fewTable <= 2,
    },
  ];
}

/** Keeps rows of zero for former due days, as the aggregation does. */
function figureRows(unit: string, size: number): Item[] {
  const base = buildInitiative({ now: testNow });
  const { next: random, pick } = createRandom(`dashboard/${size}`);
  const items = new Map<string, Addition>();
  const count = (initiative: FormInitiative, sign: 1 | 0) => {
    for (const { pk, sk, by } of additionsBetween(null, countInitiative(initiative))) {
      if (pk !== figurePartition(unit)) continue;
      const item = items.get(sk) ?? { pk, sk, by: {} };
      items.set(sk, item);
      for (const [name, value] of Object.entries(by)) item.by[name] = (item.by[name] ?? 0) + sign * value;
    }
  };
  for (let i = 0; i < size; i++) {
    const year = years[i % years.length] ?? 2026;
    const received = addDays(`${year}-01-01`, Math.floor(random() * (year === 2026 ? 165 : 300)));
    const initiative: FormInitiative = {
      ...base,
      year,
      path: [pick(communes), unit],
      system: pick(["front", "member", "government", "other"]),
      receivedAt: `${received}T05:00:00.000Z`,
      application: { ...base.application, field: pick(applicationFields) },
    };
    const waits = year === 2026 && random() < 1 / 3;
    count({ ...initiative, dueOn: addDays(received, 30) }, waits ? 1 : 0);
    if (waits) continue;
    count({ ...initiative, state: "accepted", dueOn: addDays(received, 120) }, 0);
    const state = pick<State>(["recognised", "notRecognised", "refused"]);
    const recognitions =
      state === "recognised" ? [{ level: "commune" as const, decision: null, revoked: null }] : [];
    count({ ...initiative, state, dueOn: null, recognitions }, 1);
  }
  return [...items.values()].map(toFigureItem);
}
