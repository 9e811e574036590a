import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { readWorkbook } from "../../../functions/documents/spreadsheet/workbook-reader.ts";
import { findViolations } from "../../support/axe.ts";
import { openDesk } from "../../support/desk.ts";
import { withSystem } from "../../support/system.ts";
import { fillWorkbook, mendRegister, paperCells, type RowCells } from "../../support/workbooks.ts";

const unit = "xa-dien-khanh";
const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

let page: Page;
const { browser, system } = await withSystem({ clock: () => "2026-11-22T05:00:00.000Z" });
beforeAll(async () => {
  page = await openDesk(
    browser,
    `${system.origin}/quan-tri/nhap-xuat?unit=${unit}`,
    "quan-tri@example.vn",
    30_000,
  );
  await page.getByRole("heading", { name: "Nhập, xuất bảng tính" }).waitFor();
}, 120_000);

/** Seven faults of seven kinds, each in a row of its own. */
const wrong: Record<number, RowCells> = {
  20: { receivedOn: "30/02/2026" },
  60: { unit: "xa-khong-co" },
  100: { kind: "Chuyện lạ" },
  140: { title: null },
  180: { key: "Giấy 5" },
  220: { birthDate1: { day: "2960-05-17" } },
  260: { phone: null },
};
const rows = Array.from({ length: 300 }, (_, n) =>
  paperCells(`Giấy ${n}`, unit, { acceptedOn: { day: "2026-03-05" }, ...wrong[n] }),
);

const send = async (bytes: Uint8Array) => {
  const file = { name: "so.xlsx", mimeType: xlsx, buffer: Buffer.from(bytes) };
  await page.getByLabel(/Bảng tính XLSX/).setInputFiles(file);
  await page.getByRole("button", { name: /^(Kiểm tra|Nhập) tệp$/ }).click();
};

const goodRow = (n: number) => paperCells(`Giấy ${n}`, unit, { acceptedOn: { day: "2026-03-05" } });
const rightOf = (n: number) => ({ own: Object.keys(wrong[n] ?? {}), good: goodRow(n) });

const axeFindings = async () =>
  (await findViolations(page)).map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`,
  );

let file: Uint8Array;

test("300 rows with 7 bad ones: told by cell, marked in a copy, and nothing written", async () => {
  await send(await fillWorkbook({ register: rows }));
  await page.getByRole("heading", { name: "Tệp có lỗi, chưa nhập gì" }).waitFor();
  const cells = await page.locator(".error-table tbody tr td:nth-child(2)").allInnerTexts();
  expect(cells).toEqual(["D22", "B62", "G102", "F142", "A182", "J222", "AP262"]);
  expect((await system.store.initiatives.register(unit, 2026, null, 1)).rows).toEqual([]);
  expect(await axeFindings()).toEqual([]);
  const coming = page.waitForEvent("download");
  await page.getByRole("link", { name: "Tải bản đã đánh dấu ô lỗi" }).click();
  file = await mendRegister(new Uint8Array(await readFile(await (await coming).path())), rightOf);
}, 90_000);

test("mended, they are checked, then imported under the register's numbers", async () => {
  await send(file);
  await page.getByRole("heading", { name: "Tệp không có lỗi" }).waitFor();
  expect((await system.store.initiatives.register(unit, 2026, null, 1)).rows).toEqual([]);
  await page.getByRole("button", { name: "Nhập 300 mục" }).click();
  await page.getByRole("heading", { name: "Đã nhập xong" }).waitFor();
  const page1 = await system.store.initiatives.register(unit, 2026, null, 400);
  expect(page1.rows.map(({ summary }) => summary.number)).toEqual(
    Array.from({ length: 300 }, (_, n) => n + 1),
  );
}, 90_000);

test("the same file again changes nothing", async () => {
  await page.getByLabel("Chỉ kiểm tra, chưa nhập").uncheck();
  await send(file);
  await page.getByText("300 mục đã có, giữ nguyên").waitFor();
  await page.getByRole("heading", { name: "Đã nhập xong" }).waitFor();
  expect((await system.store.initiatives.register(unit, 2026, null, 400)).rows).toHaveLength(300);
  expect(await axeFindings()).toEqual([]);
}, 90_000);

test("the template has the unit's own lists and the sheets of an import", async () => {
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: "Tải tệp mẫu" }).click();
  const made = await coming;
  expect(made.suggestedFilename()).toMatch(/^mau-nhap_xa-dien-khanh_2026-11-22\.xlsx$/);
  const bytes = new Uint8Array(await readFile(await made.path()));
  const sheets = (await Array.fromAsync(readWorkbook(bytes))).flatMap((part) =>
    part.kind === "sheet" && !part.hidden ? [part.sheet] : [],
  );
  expect(sheets).toEqual([
    "Sổ tiếp nhận",
    "Số liệu",
    "Khen thưởng",
    "Hoạt động",
    "Mô hình",
    "Nhân rộng",
    "Đơn vị",
  ]);
}, 60_000);

test.each([
  ["light", 1366],
  ["light", 360],
  ["dark", 1366],
  ["dark", 360],
] as const)(
  "axe finds nothing in %s at %i px, and nothing is wider than the window",
  async (colorScheme, width) => {
    await page.setViewportSize({ width, height: 768 });
    await page.emulateMedia({ colorScheme });
    expect(await axeFindings()).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    if (process.env.SHOTS)
      await page.screenshot({ path: `${process.env.SHOTS}/${colorScheme}-${width}.png`, fullPage: true });
  },
  30_000,
);
