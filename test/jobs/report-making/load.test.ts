import { beforeAll, describe, expect, test } from "vitest";
import { confirmReplication } from "#core/activities/replication-steps.ts";
import type { DocumentInitiative } from "#core/initiatives/initiative.ts";
import { buildReport } from "#core/report/report.ts";
import { reconcileFigures } from "../../../functions/figures/rebuild.ts";
import { loadReportInput } from "../../../functions/jobs/report-making/load.ts";
import { declare } from "../../core/report/example-input.ts";
import {
  buildActivity,
  buildModel,
  buildReplication,
  keepActivity,
  keepModel,
  originOfModel,
  recordContext,
} from "../../support/activities.ts";
import { keepCommendation, lineForm } from "../../support/commendations.ts";
import { createTestTable } from "../../support/table.ts";
import {
  buildCampaign,
  commune,
  communeCouncil,
  freezeUnits,
  neighbour,
  province,
  seedDirectory,
  testNow,
  units,
} from "../../support/units.ts";

const { store } = await createTestTable();

/** A recognised title at a unit; the path is that of the record, as its campaign froze it. */
const recognised = (
  id: string,
  unit: string,
  year: number,
  path = [unit, province.id],
): DocumentInitiative => ({
  origin: "document",
  id,
  version: 1,
  campaign: null,
  year,
  unit,
  path,
  system: "front",
  state: "recognised",
  recognitions: [
    { level: "commune", decision: { number: "15/QĐ-UBND", signedOn: "2026-12-20" }, revoked: null },
  ],
  title: `Sáng kiến ${id}`,
  titleAsPublished: null,
  organisation: "Mặt trận",
  source: "bai-dang",
});

beforeAll(async () => {
  await seedDirectory(store);
  await store.directory.putDocument({
    id: "bai-dang",
    type: "Bài đăng",
    symbol: "",
    issuedOn: "2026-12-31",
    issuer: "Trang thông tin",
    subject: "Kết quả",
    cites: [],
    unit: null,
  });
  await store.initiatives.create(recognised("o-day", commune.id, 2026));
  await store.initiatives.create(recognised("ben-canh", neighbour.id, 2026));
  await store.initiatives.create(recognised("nam-truoc", commune.id, 2025));
  await reconcileFigures(store);
});

const load = (unit: string, from: string, to = from) => loadReportInput(store, unit, { from, to });
const titlesOf = async (unit: string, from: string, to = from) =>
  (await load(unit, from, to)).recognised.map(({ summary }) => summary.id).toSorted();

describe("recognised initiatives of a report", () => {
  test("are those of the unit's years, at the unit or below", async () => {
    expect(await titlesOf(commune.id, "2026")).toEqual(["o-day"]);
    expect(await titlesOf(commune.id, "2025", "2026")).toEqual(["nam-truoc", "o-day"]);
    expect(await titlesOf(province.id, "2026")).toEqual(["ben-canh", "o-day"]);
    expect(await titlesOf(neighbour.id, "2025")).toEqual([]);
  });

  test("name the council that decided, of a campaign too that units below held among themselves", async () => {
    const { store: other } = await createTestTable();
    await seedDirectory(other);
    const own = buildCampaign({
      id: "suoi-mo-2027",
      unit: commune.id,
      year: 2027,
      councils: [{ ...communeCouncil, name: "Hội đồng sáng kiến của xã" }],
    });
    await other.directory.putCampaign(own);
    for (const unit of freezeUnits(units, own.year).filter(({ id }) => id === commune.id))
      await other.directory.putCampaignUnit(own.id, unit);
    await other.initiatives.create(recognised("o-xa", commune.id, 2027));
    const { recognised: found } = await loadReportInput(other, province.id, { from: "2027", to: "2027" });
    expect(found.map(({ decidedBy }) => decidedBy)).toEqual([["Hội đồng sáng kiến của xã"]]);
  });

  test("follow the tree as the year's campaign froze it, not as it is today", async () => {
    const { store: other } = await createTestTable();
    await seedDirectory(other);
    await other.initiatives.create(recognised("o-day", commune.id, 2026));
    // The commune moves below its neighbour after the campaign began.
    await other.directory.putUnit({ ...commune, parent: neighbour.id });
    const of = async (unit: string, year: string) =>
      (await loadReportInput(other, unit, { from: year, to: year })).recognised.length;
    expect(await of(neighbour.id, "2026")).toBe(0);
    expect(await of(commune.id, "2026")).toBe(1);
    expect(await of(province.id, "2026")).toBe(1);
  });

  test("are counted, named and cited, with their decision", async () => {
    const report = buildReport(await load(commune.id, "2026"));
    expect(report.figures).toContainEqual(
      expect.objectContaining({
        key: "recognised",
        from: 2026,
        value: 1,
        counted: 1,
        origin: "records",
        sources: [{ type: "initiative", id: "o-day", title: "Sáng kiến o-day" }],
      }),
    );
    const text = JSON.stringify(report.sections);
    expect(text).toContain("“Sáng kiến o-day”");
    expect(text).toContain("Quyết định số 15/QĐ-UBND ngày 20/12/2026");
  });
});

describe("the rate of a campaign's year", () => {
  test("is unknown until its councils have finished", async () => {
    const report = buildReport(await load(commune.id, "2026"));
    expect(report.figures.map(({ key }) => key)).not.toContain("recognitionRate");
    expect(report.warnings.map(({ code }) => code)).toEqual(["rate.unfinishedYear"]);
  });

  test("is there when they have", async () => {
    const { store: other } = await createTestTable();
    await seedDirectory(other, buildCampaign({ evaluatedOn: "2026-12-20" }));
    await other.directory.putDocument({
      id: "bai-dang",
      type: "Bài đăng",
      symbol: "",
      issuedOn: "2026-12-31",
      issuer: "Trang thông tin",
      subject: "Kết quả",
      cites: [],
      unit: null,
    });
    await other.initiatives.create(recognised("o-day", commune.id, 2026));
    await reconcileFigures(other);
    const report = buildReport(await loadReportInput(other, commune.id, { from: "2026", to: "2026" }));
    expect(report.figures).toContainEqual(
      expect.objectContaining({ key: "recognitionRate", value: 1, numerator: 1, denominator: 1 }),
    );
    expect(report.warnings).toEqual([]);
  });
});

test("what was counted beside a figure that began before the period is counted from its beginning", async () => {
  await store.figures.putDeclared(
    declare("recognised", 9, { unit: commune.id, from: "2025", to: "2026", measure: "sáng kiến" }),
  );
  const report = buildReport(await load(commune.id, "2026"));
  expect(report.figures).toContainEqual(
    expect.objectContaining({ key: "recognised", from: 2025, to: 2026, value: 9, counted: 2 }),
  );
});

test("the council of a year is the nearest to the unit, as the campaign froze it", async () => {
  const [campaign] = (await load(commune.id, "2026")).campaigns;
  expect(campaign?.councils.map(({ unit }) => unit)).toEqual([commune.id]);
  expect(freezeUnits(units).map(({ id }) => id)).toContain(commune.id);
  expect((await load(commune.id, "2025")).campaigns).toEqual([]);
});

test("issued commendation decisions of the unit and below are loaded, people counted and bodies named", async () => {
  const { store: other } = await createTestTable();
  await seedDirectory(other);
  const lines = [
    lineForm(),
    lineForm({ name: "Trần Văn Bình" }),
    lineForm({ recipientKind: "collective", name: "Thôn Suối Mơ", sex: null, birthYear: null }),
  ];
  await keepCommendation(other, { lines, issued: { number: "15/QĐ-UBND", signedOn: testNow.slice(0, 10) } });
  await keepCommendation(other);
  const decisionsOf = async (unit: string, year: string) =>
    (await loadReportInput(other, unit, { from: year, to: year })).decisions;
  const [decision, ...more] = await decisionsOf(province.id, "2026");
  expect(more).toEqual([]);
  expect(decision).toMatchObject({ number: "15/QĐ-UBND", level: "commune", bodies: ["Thôn Suối Mơ"] });
  expect(decision?.awards).toEqual([
    { form: "praiseCertificate", recipientKind: "collective", count: 1 },
    { form: "praiseCertificate", recipientKind: "individual", count: 2 },
  ]);
  expect(JSON.stringify(decision)).not.toContain("Bình");
  expect(await decisionsOf(neighbour.id, "2026")).toEqual([]);
  expect(await decisionsOf(commune.id, "2025")).toEqual([]);
});

describe("entered records of a report", () => {
  const rows = async (unit: string) => {
    const { activities, replications } = await load(unit, "2026");
    return {
      activities: activities.map(({ title }) => title),
      places: replications
        .map(({ title, originUnit, unit: at, model }) => `${title} · ${originUnit} · ${at} · ${model}`)
        .toSorted(),
    };
  };

  test("are the unit's own activities, and what is applied of or in its tree, confirmed", async () => {
    await keepActivity(store, buildActivity({ title: "Của xã" }));
    await keepActivity(store, { ...buildActivity({ title: "Đã rút" }), withdrawn: true });
    await keepActivity(store, buildActivity({ title: "Năm trước", from: "2025-03-05", to: "2025-03-05" }));
    const origin = await keepModel(store, buildModel({ name: "Đường hoa" }));
    const copy = buildModel(
      { name: "Đường hoa hai", launchedOn: "2026-02-03", replicatedFrom: { kind: "model", id: origin.id } },
      neighbour.id,
      originOfModel(origin),
    );
    await keepModel(store, copy);
    const reported = buildReplication(origin, { startedOn: "2026-03-01" });
    const confirmed = confirmReplication(
      buildReplication(origin, { startedOn: "2026-03-02" }),
      recordContext(),
    )?.record;
    if (!confirmed) throw new Error("not confirmed");
    const entry = {
      n: 1,
      action: "enter" as const,
      stamp: recordContext().stamp,
      why: "",
      fields: [],
      before: {},
    };
    for (const record of [reported, confirmed])
      await store.activities.save("replication", { record, entry }, null);
    const own = await rows(commune.id);
    expect(own.activities).toEqual(["Của xã"]);
    const places = [
      `Đường hoa · ${commune.name} · ${neighbour.name} · null`,
      `Đường hoa · ${commune.name} · ${neighbour.name} · Đường hoa hai`,
    ];
    expect(own.places).toEqual(places);
    expect((await rows(neighbour.id)).places).toEqual(places);
    expect(await rows(province.id)).toEqual({ activities: [], places });
  });
});
