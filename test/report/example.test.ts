import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, describe, expect, test } from "vitest";
import { loadExample } from "../../local/example.ts";
import { readExample } from "../../local/example-sheets.ts";
import { createTestTable } from "../support/table.ts";
import { exampleFolder } from "./example-input.ts";

const { store, table, client } = await createTestTable();

/** All items, in an order of their own. */
async function readAll() {
  const { Items = [] } = await client.send(new ScanCommand({ TableName: table.name }));
  return Items.toSorted((a, b) => (`${a.pk}|${a.sk}` < `${b.pk}|${b.sk}` ? -1 : 1));
}

describe("the example", () => {
  test("loaded twice changes nothing", async () => {
    await loadExample(store, exampleFolder);
    const once = await readAll();
    await loadExample(store, exampleFolder);
    expect(await readAll()).toEqual(once);
    expect(once.filter(({ sk }) => sk === "INI")).toHaveLength(18);
    expect(once.filter(({ declared }) => declared)).toHaveLength(38);
  });

  test("freezes for its campaign the units of that day alone, each with its path", async () => {
    const frozen = await store.directory.campaignUnits("khanh-hoa-2026");
    expect([...frozen.values()].map(({ id, path, receives }) => [id, path, receives])).toEqual([
      ["khanh-hoa", ["khanh-hoa"], false],
      ["xa-dien-khanh", ["xa-dien-khanh", "khanh-hoa"], true],
    ]);
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
    const roles = readExample(exampleFolder).staff.flatMap(({ name, email, grants }) => {
      expect(name).toContain("(minh họa)");
      expect(email).toMatch(/@example\.vn$/);
      return grants.map(({ role }) => role);
    });
    expect(new Set(roles)).toEqual(new Set(["reviewer", "secretary", "member", "administrator"]));
    expect(await store.staff.byEmail("thu-ky@example.vn")).toMatchObject({
      grants: [{ role: "secretary", unit: "xa-dien-khanh", council: "hoi-dong-xa-dien-khanh" }],
    });
  });
});

describe("a fault in a sheet is told with file, row and column", () => {
  const folders: string[] = [];
  afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

  test.each([
    [
      "units.csv",
      "province,government,,2025-07-01",
      "region,government,,2025-07-01",
      "units.csv, row 2, column level: level.invalid",
    ],
    [
      "units.csv",
      "khanh-hoa,2025-07-01",
      "nowhere,2025-07-01",
      "units.csv, row 3, column parent: nowhere is not known",
    ],
    ["units.csv", "id,code", "id,number", "units.csv, row 1: column code is missing"],
    [
      "units.csv",
      "khanh-hoa,56,Tỉnh Khánh Hòa,province,government,,",
      "khanh-hoa,56,Tỉnh Khánh Hòa,province,government,xa-dien-khanh,",
      "units.csv, row 2, column parent: leads round in a circle",
    ],
    [
      "figures.csv",
      "2019,2021,97",
      "2019,2021,about 97",
      "figures.csv, row 2, column value: figure.value.invalid",
    ],
    [
      "figures.csv",
      "registered,2020,2020,46",
      "registered,2019,2019,46",
      "figures.csv, row 5, column key: stands there twice",
    ],
    [
      "figures.csv",
      "recognised,2021,2021",
      "recognised,21,2021",
      "figures.csv, row 10, column from: period.invalid",
    ],
    [
      "campaigns.csv",
      ",1,1,3,",
      ",one,1,3,",
      "campaigns.csv, row 2, column acceptanceMonths: campaign.months.invalid (“one”)",
    ],
    ["campaigns.csv", "true,,1", "yes,,1", "campaigns.csv, row 2, column merged: field.invalid"],
    [
      "councils.csv",
      "khanh-hoa-2026",
      "khanh-hoa-2027",
      "councils.csv, row 2, column campaign: khanh-hoa-2027 is not known",
    ],
    [
      "documents.csv",
      "2021-03-15",
      "2021-02-30",
      "documents.csv, row 2, column issuedOn: document.issuedOn.invalid",
    ],
    ["staff.csv", "reviewer", "king", "staff.csv, row 2, column role: field.invalid"],
    [
      "initiatives.csv",
      "dien-khanh,2019,front",
      "dien-khanh,2019,back",
      "initiatives.csv, row 2, column system: system.invalid",
    ],
    [
      "initiatives.csv",
      "Mỗi Tổ công tác Mặt trận gắn với một hộ nghèo",
      "",
      "initiatives.csv, row 3, column title: is empty",
    ],
  ])("%s: %s as %s", async (name, was, is, message) => {
    const folder = await mkdtemp(join(tmpdir(), "sheets-"));
    folders.push(folder);
    await cp(exampleFolder, folder, { recursive: true });
    const text = await readFile(join(folder, name), "utf8");
    expect(text).toContain(was);
    await writeFile(join(folder, name), text.replace(was, is));
    expect(() => readExample(folder)).toThrow(message);
  });

  test("before anything is written", async () => {
    const folder = await mkdtemp(join(tmpdir(), "sheets-"));
    folders.push(folder);
    const { store, client, table } = await createTestTable();
    await expect(loadExample(store, folder)).rejects.toThrow("units.csv: no such file");
    expect((await client.send(new ScanCommand({ TableName: table.name }))).Items).toEqual([]);
  });
});
