import { randomBytes } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { freezeUnits } from "../../functions/core/campaign-tree.ts";
import { resolveFigures } from "../../functions/core/figure-resolution.ts";
import { verifyHistory } from "../../functions/core/history.ts";
import type { FormInitiative } from "../../functions/core/initiative.ts";
import { beginJob, isUnfinished } from "../../functions/core/job.ts";
import type { Move } from "../../functions/core/lifecycle.ts";
import { years } from "../../functions/core/period.ts";
import { addFigures } from "../../functions/core/series-figures.ts";
import { firstOpenings } from "../../functions/core/submission.ts";
import type { Unit } from "../../functions/core/unit.ts";
import { applyUnitChange, type UnitChangeForm } from "../../functions/core/unit-change.ts";
import { seriesOf } from "../../functions/core/unit-series.ts";
import { predecessorsOf, unitsOn } from "../../functions/core/unit-tree.ts";
import { createRelocateStep } from "../../functions/jobs/work/relocate.ts";
import { createDirectoryStore } from "../../functions/store/directory.ts";
import { rebuildFigures, reconcileFigures } from "../../functions/stream/rebuild.ts";
import { readExample } from "../support/example.ts";
import { buildInitiative, buildTransition } from "../support/submissions.ts";
import { createTestTable } from "../support/table.ts";
import { buildCampaign, staff } from "../support/units.ts";

const firstDay = "2025-07-01";
let now = Date.parse("2025-07-01T05:00:00.000Z");
const clock = () => new Date(now).toISOString();
const { store, table } = await createTestTable(clock);
const openDirectory = () => createDirectoryStore(table, clock);
const shipped = new Map((await readExample()).units.map((unit) => [unit.id, unit]));

/** The units that the merger is about: both provinces, the district, its communes before and after. */
const before = [...unitsOn(shipped, "2025-06-30").values()].map((unit) => ({
  ...unit,
  validTo: null,
  successors: [],
}));
const six = shipped.get("dien-khanh")?.successors ?? [];
const newUnit = (id: string, parent: string | null) => {
  const { code = "", name = "", level = "commune", system = "government" } = shipped.get(id) ?? {};
  return { id, code, name, level, system, parent };
};

/** The merger as an administrator enters it, from the communes up: no unit stands for a moment under one that has ended. */
const merger: UnitChangeForm[] = [
  ...six.map(
    (id): UnitChangeForm => ({
      kind: "merge",
      on: firstDay,
      units: predecessorsOf(shipped, id).flatMap((unit) => (unit.level === "commune" ? [unit.id] : [])),
      into: newUnit(id, "khanh-hoa-cu"),
    }),
  ),
  { kind: "end", on: firstDay, unit: "dien-khanh", successors: six, receiver: null },
  {
    kind: "merge",
    on: firstDay,
    units: ["khanh-hoa-cu", "ninh-thuan"],
    into: newUnit("khanh-hoa", null),
  },
];

async function openCampaign(units: ReadonlyMap<string, Unit>, unit: string, year: number): Promise<string> {
  const id = `dot-${unit}-${year}`;
  const campaign = buildCampaign({
    id,
    year,
    unit,
    opensOn: `${year}-01-15`,
    closesOn: `${year}-11-30`,
    councils: [],
  });
  const frozen = freezeUnits(unitsOn(units, campaign.opensOn), campaign, new Set(units.keys()));
  for (const each of frozen) await store.directory.putCampaignUnit(id, each);
  await store.directory.putCampaign(campaign);
  return id;
}

async function keep(campaign: string, year: number, unit: string, ...moves: Move[]): Promise<FormInitiative> {
  const frozen = (await openDirectory().campaignUnits(campaign)).get(unit);
  if (!frozen) throw new Error(`the campaign froze no ${unit}`);
  const { path, system } = frozen;
  let initiative: FormInitiative = { ...buildInitiative(), campaign, year, unit, path, system };
  await store.initiatives.create(initiative);
  for (const move of moves) {
    const number = await store.initiatives.nextNumber(unit, year);
    const transition = buildTransition(initiative, move, number, clock());
    await store.initiatives.save(transition, initiative);
    initiative = transition.initiative;
  }
  return initiative;
}

async function change(form: UnitChangeForm): Promise<void> {
  const units = await store.units.now();
  const n = (await store.units.changes()).length + 1;
  const by = { id: staff.administrator.id, name: staff.administrator.name };
  const made = { id: `thay-doi-${n}`, n, form, document: "1667/NQ-UBTVQH15", by, at: clock() };
  await store.units.save(made, units, applyUnitChange(units, form));
}

async function relocate(n: number): Promise<void> {
  const step = createRelocateStep({
    store,
    openDirectory,
    clock,
    random: (count) => randomBytes(count),
    wait: async (milliseconds) => {
      now += milliseconds;
    },
  });
  const request = { id: `chuyen-${n}`, kind: "relocate", unit: "khanh-hoa", year: null } as const;
  let job = beginJob(
    { ...request, parameters: { change: String(n) } },
    { staff: staff.administrator.id, role: "administrator" },
    clock(),
  );
  while (isUnfinished(job)) job = await step(job);
  expect(job.state).toBe("done");
}

const counted = async (ids: Iterable<string>) =>
  (await Promise.all([...ids].map((id) => store.figures.rows(id, 2019)))).flatMap((rows) => rows.counted);

/** What a series says was registered in a year, the units of that year added up. */
async function valueIn(unit: string, year: number) {
  const [meant] = seriesOf(await store.units.now(), unit, [year]);
  const figures = await Promise.all(
    (meant?.units ?? []).map(async ({ id }) =>
      resolveFigures(await store.figures.rows(id, 2019), years(year, year), new Map()),
    ),
  );
  const found = addFigures(figures, year).find(({ key }) => key === "registered")?.value ?? null;
  return { units: meant?.units.map(({ id }) => id), value: found };
}

describe("the merger of 2025, replayed from the shipped units as they were before it", () => {
  let open: FormInitiative[];
  let closed: FormInitiative[];

  beforeAll(async () => {
    const { figures, initiatives, documents } = await readExample();
    for (const unit of before) await store.directory.putUnit(unit);
    for (const document of documents) await store.directory.putDocument(document);
    for (const figure of figures) await store.figures.putDeclared(figure);
    for (const initiative of initiatives) await store.initiatives.create(initiative);
    const campaign = await openCampaign(await store.units.now(), "khanh-hoa-cu", 2025);
    open = [
      await keep(campaign, 2025, "thi-tran-dien-khanh", "accept"),
      await keep(campaign, 2025, "xa-dien-an"),
      await keep(campaign, 2025, "xa-binh-loc", "accept", "return"),
      await keep(campaign, 2025, "dien-khanh", "accept"),
    ];
    closed = [
      await keep(campaign, 2025, "thi-tran-dien-khanh", "accept", "refuse"),
      await keep(campaign, 2025, "xa-dien-toan", "withdraw"),
    ];
    await reconcileFigures(store);
    for (const form of merger) await change(form);
    for (const { n } of await store.units.changes()) await relocate(n);
  });

  it("comes to the units that are shipped", async () => {
    const after = await store.units.now();
    for (const id of [...before.map((unit) => unit.id), "khanh-hoa", ...six]) {
      const { earlier, ...unit } = after.get(id) ?? { earlier: [] };
      expect(unit).toEqual(shipped.get(id));
      expect(earlier ?? []).toEqual([]);
    }
  });

  it("takes open dossiers to the new communes, and leaves closed ones where they were", async () => {
    const places = ["xa-dien-khanh", "xa-dien-khanh", "xa-suoi-hiep", "xa-dien-khanh"];
    for (const [i, { id, number, path }] of open.entries()) {
      const found = await store.initiatives.getWithHistory(id);
      const moved = found?.initiative as FormInitiative;
      const toPath = [places[i], "khanh-hoa"];
      expect(moved).toMatchObject({ unit: places[i], path: toPath, number });
      expect(moved.last?.facts).toMatchObject({ fromPath: path, toPath });
      const history = [{ event: moved.first, openings: firstOpenings(moved) }, ...(found?.events ?? [])];
      expect(verifyHistory(history)).toEqual([]);
    }
    for (const initiative of closed) expect(await store.initiatives.get(initiative.id)).toEqual(initiative);
  });

  it("gives the district's figures of 2019–2021 and its six communes' of 2026, as a recount of both trees does", async () => {
    const units = await store.units.now();
    const campaign = await openCampaign(units, "khanh-hoa", 2026);
    for (const id of six) await keep(campaign, 2026, id, "accept");
    await keep(campaign, 2026, "xa-dien-lac");
    await reconcileFigures(store);
    const folded = await counted(units.keys());
    await rebuildFigures(store);
    expect(await counted(units.keys())).toEqual(folded);
    const registered = (unit: string, year: number) =>
      folded.find(
        (each) =>
          each.unit === unit && each.year === year && each.key === "registered" && each.dimension === "",
      )?.value;
    expect(registered("khanh-hoa", 2025)).toBe(4);
    // Of the two that stayed, the one withdrawn counts as none.
    expect(registered("khanh-hoa-cu", 2025)).toBe(1);
    expect(registered("dien-khanh", 2025)).toBe(1);
    expect(registered("khanh-hoa", 2026)).toBe(7);

    for (const year of [2019, 2020, 2021])
      expect((await valueIn("dien-khanh", year)).units).toEqual(["dien-khanh"]);
    const { figures } = await readExample();
    const told = figures.find(({ key, from }) => key === "registered" && from === "2019")?.value;
    expect(told).toBeGreaterThan(0);
    expect((await valueIn("dien-khanh", 2019)).value).toBe(told);
    expect(await valueIn("dien-khanh", 2026)).toEqual({ units: six, value: 7 });
    expect(await valueIn("khanh-hoa", 2026)).toEqual({ units: ["khanh-hoa"], value: 7 });
  });
});
