import { expect, test } from "vitest";
import { buildReport } from "#core/report/report.ts";
import { reconcileFigures } from "../../../functions/figures/rebuild.ts";
import { loadReportInput } from "../../../functions/jobs/report-making/load.ts";
import { declare } from "../../core/report/example-input.ts";
import { buildReport as buildRecord, keepRequest, keepSubmission } from "../../support/report-requests.ts";
import { buildDocumentInitiative } from "../../support/submissions.ts";
import { createTestTable } from "../../support/table.ts";
import {
  buildCampaign,
  commune,
  endedDistrict,
  neighbour,
  province,
  seedDirectory,
  womensUnion,
} from "../../support/units.ts";

/** A store in which the province called its communes, and the first has a recognised initiative. */
async function seed() {
  const { store } = await createTestTable();
  await seedDirectory(
    store,
    buildCampaign({
      evaluatedOn: "2026-12-20",
      participation: { organisations: null, hamlets: null, units: [commune.id, neighbour.id] },
    }),
  );
  await store.directory.putDocument({
    ...{
      id: "bao-cao-2020",
      type: "Báo cáo",
      symbol: "",
      issuedOn: "2026-12-31",
      issuer: "Xã",
      subject: "Kết quả",
    },
    cites: [],
    unit: null,
  });
  await store.initiatives.create(buildDocumentInitiative({ year: 2026 }));
  await reconcileFigures(store);
  const load = (unit: string, from = "2026", to = from) => loadReportInput(store, unit, { from, to });
  return { store, load };
}

test("a province's report ranks its communes, and names the one of which nothing is known", async () => {
  const { load } = await seed();
  const report = buildReport(await load(province.id));
  expect(report.annexes.unitsRanked).toEqual([
    { rank: 1, unit: commune.id, name: commune.name, registered: 1, recognised: 1, rate: 1, qualifiers: {} },
    {
      rank: null,
      unit: neighbour.id,
      name: neighbour.name,
      registered: null,
      recognised: null,
      rate: null,
      qualifiers: {},
    },
  ]);
  expect(report.warnings.map(({ code }) => code)).toEqual(["units.missing"]);
  expect(report.warnings[0]?.message).toContain(neighbour.name);
});

test("a commune's report asks nothing of its organisations, which nobody called", async () => {
  const { load } = await seed();
  const { children } = await load(commune.id);
  expect(children).toEqual([]);
});

test("what a commune submitted stands beside the records, until its report is approved anew", async () => {
  const { store, load } = await seed();
  const approvedOf = async () =>
    (await load(province.id)).children
      .find(({ unit }) => unit.id === neighbour.id)
      ?.approved?.find(({ key }) => key === "registered")?.value;
  const request = await keepRequest(store);
  expect(await approvedOf()).toBeUndefined();
  await keepSubmission(store, request, neighbour.id, { registered: 20 });
  expect(await approvedOf()).toBe(20);
  await store.reports.save(buildRecord(neighbour.id, request, { registered: 21, state: "published" }));
  expect(await approvedOf()).toBe(21);
  const { warnings } = buildReport(await load(province.id));
  expect(warnings.map(({ code }) => code)).toEqual(["approved.differs"]);
  expect(warnings[0]?.message).toContain("ghi 21 hồ sơ, số liệu hiện nay là không còn");
});

test("a unit that ended within the period is below whom it was below then, and reports under its own", async () => {
  const { store, load } = await seed();
  await store.figures.putDeclared(
    declare("registered", 8, { unit: endedDistrict.id, from: "2025", to: "2025", measure: "hồ sơ" }),
  );
  const { children } = await load(province.id, "2025");
  expect(children.map(({ unit }) => unit.id)).toEqual([endedDistrict.id]);
  const own = await load(endedDistrict.id, "2025");
  expect([own.unit.name, own.superior?.id, own.rows.declared.length]).toEqual([
    endedDistrict.name,
    province.id,
    1,
  ]);
  expect((await load(province.id, "2026")).children.map(({ unit }) => unit.id)).not.toContain(
    endedDistrict.id,
  );
});

test("a tree of its own, a unit that was renamed and moved: each year has its own", async () => {
  const { store } = await seed();
  const union = { ...province, id: "hoi-phu-nu-tinh", system: "member" as const, name: "Hội Phụ nữ tỉnh" };
  await store.directory.putUnit(union);
  const moved = {
    ...womensUnion,
    name: "Hội Phụ nữ mới",
    parent: union.id,
    earlier: [{ until: "2024-12-31", code: "1", name: "Hội Phụ nữ cũ", parent: commune.id }],
  };
  await store.directory.putUnit(moved);
  const record = { unit: moved.id, source: "bao-cao-2020", system: "member" as const };
  await store.initiatives.create(
    buildDocumentInitiative({ ...record, id: "cu", year: 2024, path: [moved.id, commune.id, province.id] }),
  );
  await store.initiatives.create(
    buildDocumentInitiative({ ...record, id: "moi", year: 2025, path: [moved.id, union.id] }),
  );
  store.directory.forgetPartition("UNIT");
  const load = async (unit: string, from: string, to = from) => {
    const input = await loadReportInput(store, unit, { from, to });
    return [
      input.unit.name,
      input.superior?.id,
      input.recognised.map(({ summary, unitName }) => `${summary.id}: ${unitName}`),
    ];
  };
  expect(await load(moved.id, "2024")).toEqual(["Hội Phụ nữ cũ", commune.id, ["cu: Hội Phụ nữ cũ"]]);
  expect(await load(moved.id, "2024", "2025")).toEqual([
    "Hội Phụ nữ mới",
    union.id,
    ["cu: Hội Phụ nữ cũ", "moi: Hội Phụ nữ mới"],
  ]);
  expect((await load(union.id, "2024", "2025"))[2]).toEqual(["moi: Hội Phụ nữ mới"]);
  expect((await load(province.id, "2024", "2025"))[2]).toEqual(["cu: Hội Phụ nữ cũ"]);
});

test("half a year names no initiative: which half it belongs to is not known", async () => {
  const { load } = await seed();
  expect((await load(commune.id, "2026-01-01", "2026-06-30")).recognised).toEqual([]);
  expect((await load(commune.id, "2026-01-01", "2026-12-31")).recognised).toHaveLength(1);
});

test("the year before is read to compare with, and whether it was evaluated", async () => {
  const { store, load } = await seed();
  await store.figures.putDeclared(
    declare("registered", 5, { unit: commune.id, from: "2025", to: "2025", measure: "hồ sơ" }),
  );
  const input = await load(commune.id);
  expect(input.rows.declared).toHaveLength(1);
  expect(input.evaluatedBefore).toBeNull();
  expect((await load(commune.id, "2027")).evaluatedBefore).toBe(true);
});
