import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { readWorkbook } from "../../../functions/documents/spreadsheet/workbook-reader.ts";
import { findViolations } from "../../support/axe.ts";
import { openDesk } from "../../support/desk.ts";
import { buildInitiative } from "../../support/submissions.ts";
import { withSystem } from "../../support/system.ts";

const wicked = "=cmd|' /C calc'!A0";
const titles = ["Ủ phân hữu cơ từ rác chợ của chi hội", wicked, "Thắp sáng đường quê bằng đèn cũ"];

let page: Page;
const { browser, system } = await withSystem({ clock: () => "2026-11-22T05:00:00.000Z" });
beforeAll(async () => {
  for (const [i, title] of titles.entries())
    await system.store.initiatives.create({
      ...buildInitiative({ application: { title } }),
      unit: "xa-dien-khanh",
      path: ["xa-dien-khanh", "khanh-hoa"],
      campaign: "khanh-hoa-2026",
      year: 2026,
      number: 501 + i,
      state: "accepted",
    });
  page = await openDesk(
    browser,
    `${system.origin}/quan-tri/so-tiep-nhan?year=2026`,
    "tiep-nhan@example.vn",
    10_000,
  );
  await page.getByRole("heading", { name: "Sổ tiếp nhận" }).waitFor();
}, 120_000);

const dialog = () => page.getByRole("dialog", { name: "Xuất danh sách" });
const openMenu = async () => {
  await page.getByRole("button", { name: "Xuất", exact: true }).click();
  await dialog().waitFor();
};

/** The file behind the newest button of this name. */
async function download(format: "xlsx" | "csv") {
  const named = new RegExp(`^Tải về so-tiep-nhan_xa-dien-khanh_2026_2026-11-22\\.${format}$`);
  const coming = page.waitForEvent("download");
  await dialog().getByRole("button", { name: named }).first().click();
  const file = await coming;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

test("a reviewer takes the register along as a workbook, and reads in it what was sent in", async () => {
  await openMenu();
  await dialog().getByRole("button", { name: "Xuất tệp" }).click();
  const { name, bytes } = await download("xlsx");
  expect(name).toBe("so-tiep-nhan_xa-dien-khanh_2026_2026-11-22.xlsx");
  const parts = await Array.fromAsync(readWorkbook(bytes));
  const cells = parts.flatMap((part) => (part.kind === "row" ? [...part.cells.values()] : []));
  for (const value of titles) expect(cells).toContainEqual({ kind: "text", value });
  expect(cells.some(({ kind }) => kind === "formula")).toBe(false);
}, 60_000);

test("as CSV, what would run as a formula does not", async () => {
  await dialog().getByRole("radio", { name: /CSV/ }).check();
  await dialog().getByRole("button", { name: "Xuất tệp" }).click();
  const { bytes } = await download("csv");
  const [heads = [], ...rows] = parse(bytes, { bom: true }) as string[][];
  const found = rows.map((row) => row[heads.indexOf("Tên sáng kiến")]);
  expect(found).toContain(`'${wicked}`);
  expect(found).not.toContain(wicked);
}, 60_000);

test("what was exported is found again after the page was left, by keyboard", async () => {
  await page.goto(`${system.origin}/quan-tri/ho-so`);
  const button = page.getByRole("button", { name: "Xuất", exact: true });
  await button.focus();
  await page.keyboard.press("Enter");
  await dialog().waitFor();
  await dialog()
    .getByRole("button", { name: /\.csv$/ })
    .waitFor();
  expect(await dialog().getByRole("listitem").count()).toBe(2);
  await page.keyboard.press("Escape");
  await dialog().waitFor({ state: "hidden" });
  expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
}, 60_000);

test("axe finds nothing, in both themes and sizes", async () => {
  for (const colorScheme of ["light", "dark"] as const)
    for (const width of [1366, 360]) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 768 });
      await openMenu();
      await dialog().getByRole("listitem").first().waitFor();
      const violations = await findViolations(page);
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      await page.keyboard.press("Escape");
    }
}, 60_000);
