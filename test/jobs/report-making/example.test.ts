import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import { describe, expect, test } from "vitest";
import { buildReport } from "#core/report/report.ts";
import { writeWorkbook } from "../../../functions/documents/spreadsheet/workbook-writer.ts";
import { reconcileFigures } from "../../../functions/figures/rebuild.ts";
import { readImportContext } from "../../../functions/jobs/import/apply.ts";
import { loadReportInput } from "../../../functions/jobs/report-making/load.ts";
import { bundleUnit } from "../../../functions/jobs/workbook/bundle.ts";
import { demoStaff } from "../../../local/demo/staff.ts";
import { loadExample } from "../../../local/example.ts";
import { runImport } from "../../../operations/data/run-import.ts";
import { createTestTable } from "../../support/table.ts";

const { store, table, client } = await createTestTable();

const now = "2026-06-15T05:00:00.000Z";

/** All items, in an order of their own. */
async function readAll() {
  const { Items = [] } = await client.send(new ScanCommand({ TableName: table.name }));
  return Items.toSorted((a, b) => (`${a.pk}|${a.sk}` < `${b.pk}|${b.sk}` ? -1 : 1));
}

describe("the example", () => {
  test("loaded twice changes nothing", async () => {
    await loadExample(store, now);
    const once = await readAll();
    await loadExample(store, now);
    expect(await readAll()).toEqual(once);
    const published = (unit: unknown) => unit === "dien-khanh";
    expect(once.filter(({ sk, unit }) => sk === "INI" && published(unit))).toHaveLength(18);
    expect(once.filter(({ declared }) => published(declared?.unit))).toHaveLength(38);
  });

  test("freezes for its campaigns the units of that day alone, each with its path, of every kind that takes in applications", async () => {
    const frozen = await store.directory.campaignUnits("khanh-hoa-2026");
    expect(frozen.get("khanh-hoa")?.path).toEqual(["khanh-hoa"]);
    expect([...frozen.keys()]).not.toContain("dien-khanh");
    const receiving = [...frozen.values()].filter(({ receives }) => receives);
    expect(receiving.find(({ id }) => id === "xa-dien-khanh")?.path).toEqual(["xa-dien-khanh", "khanh-hoa"]);
    const communes = receiving.filter(({ level, system }) => level === "commune" && system === "government");
    expect(communes).toHaveLength(65);
    const schools = [...(await store.directory.campaignUnits("khanh-hoa-2026-giao-duc")).values()];
    expect(schools.filter(({ receives }) => receives)).toHaveLength(11);
  });

  test("keeps a title as it was printed beside the corrected one, and invents nothing", async () => {
    expect(await store.initiatives.get("dien-khanh-2019-07")).toMatchObject({
      origin: "document",
      title: "Phần mềm quản lý đoàn viên, hội viên cơ sở",
      titleAsPublished: "Phần mền quản lý đoàn viên, hội viên cơ sở",
      organisation: "Đoàn Thanh niên",
      source: "bai-dang-2021-03-26",
      campaign: null,
      path: ["dien-khanh", "khanh-hoa-cu"],
      recognitions: [{ level: "district", decision: null, revoked: null }],
    });
  });

  test("has demo staff of each role, marked as such, at addresses nobody owns", async () => {
    const councils = await store.councils.now();
    const roles = demoStaff(() => "").flatMap(({ name, email, grants }) => {
      expect(name).toContain("(minh họa)");
      expect(email).toMatch(/@example\.vn$/);
      return grants.map(({ role }) => role);
    });
    expect(new Set(roles)).toEqual(new Set(["reviewer", "secretary", "member", "administrator"]));
    const secretary = await store.staff.byEmail("thu-ky@example.vn");
    expect(secretary).toMatchObject({ grants: [{ role: "secretary", unit: "xa-dien-khanh" }] });
    const [grant] = secretary?.grants ?? [];
    expect(grant && "council" in grant && councils.get(grant.council)?.unit).toBe("xa-dien-khanh");
  });
});

describe("all that a system holds", () => {
  test("exported, and imported into an empty one, gives the report of the same data", async () => {
    const other = await createTestTable();
    const around = await readImportContext(store.directory);
    const parts = await Array.fromAsync(writeWorkbook(bundleUnit(store, around, null)), (part) => [...part]);
    const { job } = await runImport(other.store, new Uint8Array(parts.flat()));
    expect(job).toMatchObject({ state: "done", errors: [] });
    const again = await runImport(store, new Uint8Array(parts.flat()));
    expect(again.job).toMatchObject({ state: "done", outcome: { created: 0, changed: 0 } });
    const hashes = await Promise.all(
      [store, other.store].map(async (each) => {
        await reconcileFigures(each);
        const place = { unit: "dien-khanh", from: "2019", to: "2021" };
        return buildReport(await loadReportInput(each, place.unit, place)).dataHash;
      }),
    );
    expect(hashes[0]).toMatch(/^[\w-]{43}$/);
    expect(hashes[1]).toBe(hashes[0]);
  }, 60_000);
});
