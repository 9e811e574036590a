import { randomBytes } from "node:crypto";
import { marshall } from "@aws-sdk/util-dynamodb";
import { expect, it } from "vitest";
import { freezeUnits } from "#core/campaigns/tree.ts";
import { type CountedFigure, unplaced } from "#core/figures/figure.ts";
import type { FormInitiative } from "#core/initiatives/initiative.ts";
import type { Move } from "#core/initiatives/lifecycle.ts";
import type { Staff } from "#core/staff/staff.ts";
import type { UnitChangeForm } from "#core/units/change.ts";
import { checkUnits } from "#core/units/check.ts";
import type { Unit } from "#core/units/unit.ts";
import type { SeriesView } from "../../../functions/api/figures/views.ts";
import type { UnitChangeView } from "../../../functions/api/units/views.ts";
import { rebuildFigures, reconcileFigures } from "../../../functions/figures/rebuild.ts";
import { createJobsHandler } from "../../../functions/jobs/handler.ts";
import { createRelocateStep } from "../../../functions/jobs/relocate.ts";
import { createDirectoryStore } from "../../../functions/store/directory.ts";
import { jobKey } from "../../../functions/store/keys.ts";
import { queueEvent } from "../../../local/standins/queue.ts";
import { createTestApi } from "../../support/api.ts";
import { buildInitiative, buildTransition } from "../../support/submissions.ts";
import { buildCampaign } from "../../support/units.ts";

/** Diên Khánh's six communes of July 2025, each with what it came of: the town first. */
const reform = [
  { code: "22651", name: "Diên Khánh", of: ["thi-tran-dien-khanh", "dien-an", "dien-toan"] },
  { code: "22657", name: "Diên Điền", of: ["dien-son", "dien-phu", "dien-dien"] },
  { code: "22660", name: "Diên Lâm", of: ["xuan-dong", "dien-lam"] },
  { code: "22672", name: "Diên Thọ", of: ["dien-tan", "dien-phuoc", "dien-tho"] },
  { code: "22678", name: "Diên Lạc", of: ["dien-thanh", "dien-lac", "dien-hoa"] },
  { code: "22702", name: "Suối Hiệp", of: ["suoi-tien", "binh-loc", "suoi-hiep"] },
].map((each) => ({ ...each, id: `xa-${each.code}` }));

const unit = (given: Partial<Unit> & Pick<Unit, "id" | "level" | "parent">): Unit => ({
  code: "",
  name: given.id,
  system: "government",
  validFrom: null,
  validTo: null,
  successors: [],
  ...given,
});

const on = "2025-07-01";
const before = [
  unit({ id: "khanh-hoa-cu", level: "province", parent: null, code: "56" }),
  unit({ id: "dien-khanh", level: "district", parent: "khanh-hoa-cu" }),
  ...reform.flatMap(({ of, code }) =>
    of.map((id, i) => unit({ id, level: "commune", parent: "dien-khanh", code: i === 0 ? code : "" })),
  ),
];
const province = unit({ id: "khanh-hoa", level: "province", parent: null, validFrom: on });

const api = await createTestApi();
const { store, table } = api;
let now = Date.parse("2025-07-01T05:00:00.000Z");
const setNow = (instant: number) => {
  now = instant;
  api.setNow(new Date(now).toISOString());
};
const clock = () => new Date(now).toISOString();

const administrator = (id: string): Staff => ({
  id,
  name: "Võ Thị Kim Oanh",
  email: `${id}@example.vn`,
  grants: ["khanh-hoa-cu", "khanh-hoa"].map((each) => ({ role: "administrator", unit: each })),
  active: true,
  version: 1,
});

async function change(form: UnitChangeForm, asker: Staff): Promise<UnitChangeView> {
  const version = (await store.units.changes()).length;
  const body = {
    id: randomBytes(16).toString("base64url"),
    version,
    document: "Nghị quyết 1667/NQ-UBTVQH15",
    change: form,
  };
  const answer = await api.ask("/api/unit-changes", { method: "POST", staff: asker, body });
  expect(answer.status, await answer.clone().text()).toBe(200);
  return (await answer.json()) as UnitChangeView;
}

const work = createJobsHandler({
  jobs: store.jobs,
  steps: {
    relocate: createRelocateStep({
      store,
      openDirectory: () => createDirectoryStore(table, clock),
      clock,
      random: (count) => randomBytes(count),
      wait: async (milliseconds) => setNow(now + milliseconds),
    }),
  },
  clock,
  log: () => {},
});

async function runOut(id: string): Promise<void> {
  for (let job = await store.jobs.get(id); job && job.state !== "done"; job = await store.jobs.get(id)) {
    expect(job.state).not.toBe("failed");
    const NewImage = marshall({ ...jobKey(job.id), job }, { removeUndefinedValues: true });
    await work(queueEvent(NewImage));
  }
}

async function keep(campaign: string, year: number, at: string, ...moves: Move[]): Promise<FormInitiative> {
  const path = (await createDirectoryStore(table, clock).campaignUnits(campaign)).get(at)?.path ?? [];
  let initiative: FormInitiative = {
    ...buildInitiative(),
    campaign,
    year,
    unit: at,
    path,
    system: "government",
  };
  await store.initiatives.create(initiative);
  for (const move of moves) {
    const number = await store.initiatives.nextNumber(initiative.unit, year);
    const transition = buildTransition(initiative, move, number);
    await store.initiatives.save(transition, initiative);
    initiative = transition.initiative;
  }
  return initiative;
}

async function openCampaign(id: string, year: number, root: string): Promise<void> {
  const opensOn = `${year}-01-01`;
  const campaign = { id, year, unit: root, opensOn, closesOn: `${year}-11-30`, councils: [] };
  await store.directory.putCampaign(buildCampaign(campaign));
  const units = await store.units.now();
  await store.campaigns.freeze(id, freezeUnits(units, { unit: root, opensOn }, new Set(units.keys())));
}

it("the reform of July 2025 replayed: the district's years, its six communes', and a dossier that crosses it", async () => {
  setNow(now);
  const then = administrator("quan-tri-2025");
  await Promise.all([...before, province].map(store.directory.putUnit));
  await store.staff.put(then);
  await openCampaign("dot-2025-cu", 2025, "khanh-hoa-cu");
  for (const year of [2019, 2020, 2021])
    await store.figures.putDeclared({
      unit: "dien-khanh",
      key: "registered",
      from: String(year),
      to: String(year),
      value: year - 2000,
      qualifier: null,
      measure: "hồ sơ",
      label: "Hồ sơ sáng kiến đăng ký",
      partOf: [],
      ...unplaced,
      document: null,
      declaredBy: null,
      withdrawn: false,
      version: 1,
      earlier: [],
      note: "",
    });
  const open = await keep("dot-2025-cu", 2025, "dien-toan", "accept");
  const closed = await keep("dot-2025-cu", 2025, "dien-toan", "accept", "refuse");
  await reconcileFigures(store);

  const jobs: string[] = [];
  for (const { id, code, name, of } of reform) {
    const into = { id, code, name, level: "commune", system: "government", parent: "khanh-hoa" } as const;
    const made = await change({ kind: "merge", on, units: of, into }, then);
    if (made.job) jobs.push(made.job);
  }
  const successors = reform.map(({ id }) => id);
  for (const [ended, after] of [
    ["dien-khanh", successors],
    ["khanh-hoa-cu", ["khanh-hoa"]],
  ] as const) {
    const made = await change({ kind: "end", on, unit: ended, successors: [...after], receiver: null }, then);
    if (made.job) jobs.push(made.job);
  }
  expect(checkUnits(await store.units.now())).toEqual([]);
  expect(jobs).toHaveLength(8);
  for (const job of jobs) await runOut(job);

  const path = ["xa-22651", "khanh-hoa"];
  expect(await store.initiatives.get(open.id)).toMatchObject({
    unit: "xa-22651",
    path,
    number: 1,
    registeredAt: "dien-toan",
    last: {
      move: "transfer",
      facts: { fromPath: ["dien-toan", "dien-khanh", "khanh-hoa-cu"], toPath: path },
    },
  });
  expect(await store.initiatives.get(closed.id)).toEqual(closed);

  setNow(Date.parse("2026-06-15T05:00:00.000Z"));
  await openCampaign("dot-2026-moi", 2026, "khanh-hoa");
  for (const [i, { id }] of reform.entries())
    for (let n = 0; n <= i; n++) await keep("dot-2026-moi", 2026, id, "accept");
  await reconcileFigures(store);

  const today = administrator("quan-tri-2026");
  await store.staff.put(today);
  const ask = async (id: string, from: number, to: number) => {
    const answer = await api.ask(`/api/figures/${id}/series?from=${from}&to=${to}`, { staff: today });
    return ((await answer.json()) as SeriesView).years.map(({ year, units, comparable, figures }) => ({
      year,
      units: units.map((each) => each.id).toSorted(),
      comparable,
      registered: figures.find(({ key }) => key === "registered")?.value,
    }));
  };
  const district = { units: ["dien-khanh"], comparable: true };
  expect(await ask("dien-khanh", 2019, 2021)).toEqual([
    { ...district, year: 2019, registered: 19 },
    { ...district, year: 2020, registered: 20 },
    { ...district, year: 2021, registered: 21 },
  ]);
  expect(await ask("dien-khanh", 2025, 2026)).toEqual([
    // The one that crossed is counted at the commune, the one that was refused stays with the district.
    { year: 2025, units: ["dien-khanh", ...successors], comparable: true, registered: 2 },
    { year: 2026, units: successors, comparable: true, registered: 21 },
  ]);

  const everyUnit = [...before.map(({ id }) => id), ...successors, "khanh-hoa"];
  const counted = async (): Promise<CountedFigure[]> =>
    (await Promise.all(everyUnit.map((id) => store.figures.rows(id, 1990)))).flatMap((each) => each.counted);
  const folded = await counted();
  await rebuildFigures(store);
  expect(folded).toEqual(await counted());
}, 60_000);
