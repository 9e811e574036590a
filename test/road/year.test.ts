import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { readMail } from "../support/mail.ts";
import { withSystem } from "../support/system.ts";
import { fillWorkbook, mendRegister, paperCells, type RowCells } from "../support/workbooks.ts";

/*
 * How a year begins: an administrator opens its campaign and invites a reviewer, who brings in what the unit kept in a spreadsheet and prints
 * the register.
 */
const unit = "xa-dien-khanh";
const invited = "ngo.suong@example.vn";
const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

let now = "2026-12-21T02:00:00.000Z";
const { browser, system } = await withSystem({ clock: () => now });
// The example belongs to the year in which it is loaded; the test begins in the next.
now = "2027-01-15T02:00:00.000Z";

async function openPage(): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: "vi-VN",
    serviceWorkers: "block",
  });
  context.setDefaultTimeout(40_000);
  const page = await context.newPage();
  page.on("pageerror", (error) => complaints.push(error.message));
  return page;
}
const complaints: string[] = [];

/** Signs in by address, as at the provider of one machine. */
async function signIn(page: Page, address: string, email: string) {
  await page.goto(address);
  await page.getByRole("link", { name: "Đăng nhập", exact: true }).last().click();
  await page.getByLabel("Thư điện tử").fill(email);
  await page.getByRole("button", { name: "Đăng nhập", exact: true }).click();
  await page.getByRole("button", { name: "Đăng xuất" }).waitFor();
}

/** Rows as a unit typed them, seven of them wrong in seven ways. */
const wrong: Record<number, RowCells> = {
  20: { receivedOn: "30/02/2027" },
  60: { unit: "xa-khong-co" },
  100: { kind: "Chuyện lạ" },
  140: { title: null },
  180: { key: "Giấy 5" },
  220: { birthDate1: { day: "2960-05-17" } },
  260: { phone: null },
};
const goodRow = (n: number) =>
  paperCells(`Giấy ${n}`, unit, {
    receivedOn: { day: "2027-02-22" },
    acceptedOn: { day: "2027-02-24" },
  });
const rows = Array.from({ length: 300 }, (_, n) => ({ ...goodRow(n), ...wrong[n] }));

test("an administrator copies last year's campaign, sees to its dates and opens it", async () => {
  const page = await openPage();
  await signIn(page, `${system.origin}/quan-tri/dot-phat-dong/khanh-hoa-2026`, "quan-tri@example.vn");
  await page.getByRole("button", { name: "Chép sang năm khác" }).click();
  const copying = page.getByRole("dialog");
  await copying.getByLabel("Năm của đợt mới").fill("2027");
  await copying.getByRole("button", { name: "Chép sang năm khác" }).click();
  await page.getByText("Chép từ đợt trước.").waitFor();
  await page.getByLabel("Ngày mở").fill("2027-01-18");
  await page.getByRole("button", { name: "Lưu", exact: true }).click();
  await page
    .getByText(/Đã lưu/)
    .first()
    .waitFor();
  await page.getByRole("button", { name: "Mở đợt" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Mở đợt" }).click();
  await page.getByText("sắp mở").first().waitFor();
  const opened = (await system.store.directory.campaigns()).filter(({ year }) => year === 2027);
  expect(opened.map(({ unit, opensOn, state }) => [unit, opensOn, state])).toEqual([
    ["khanh-hoa", "2027-01-18", "open"],
  ]);
  expect((await system.store.directory.campaignUnits(opened[0]?.id ?? "")).get(unit)?.receives).toBe(true);
  await page.context().close();
}, 60_000);

test("and invites a reviewer, whose letter leads to the inbox", async () => {
  const page = await openPage();
  await signIn(page, `${system.origin}/quan-tri/nhan-su`, "quan-tri@example.vn");
  await page.getByRole("button", { name: "Mời người mới" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Họ và tên").fill("Ngô Thị Sương");
  await dialog.getByLabel("Thư điện tử").fill(invited);
  await dialog.getByLabel("Gõ để tìm đơn vị").fill("xa dien khanh");
  await dialog.getByRole("button", { name: "Gửi thư mời" }).click();
  await page.getByText("Đã mời Ngô Thị Sương.").waitFor();
  await expect.poll(() => readMail(system.mailViewer, invited), { timeout: 40_000 }).toHaveLength(1);
  const [letter] = await readMail(system.mailViewer, invited);
  const link = /^http\S+\/quan-tri$/m.exec(letter?.body.text ?? "")?.[0] ?? "";
  const other = await openPage();
  await signIn(other, link, invited);
  await other.getByRole("link", { name: "Hộp hồ sơ" }).click();
  await other.getByRole("heading", { name: "Hộp hồ sơ" }).waitFor();
  await other.context().close();
  await page.context().close();
}, 60_000);

test("who brings in 300 rows, mends the 7 bad ones in the sheet, and prints the register", async () => {
  now = "2027-02-25T02:00:00.000Z";
  const page = await openPage();
  await signIn(page, `${system.origin}/quan-tri/nhap-xuat?unit=${unit}`, invited);
  const send = async (bytes: Uint8Array) => {
    const file = { name: "so.xlsx", mimeType: xlsx, buffer: Buffer.from(bytes) };
    await page.getByLabel(/Bảng tính XLSX/).setInputFiles(file);
    await page.getByRole("button", { name: /^(Kiểm tra|Nhập) tệp$/ }).click();
  };
  await send(await fillWorkbook({ register: rows }));
  await page.getByRole("heading", { name: "Tệp có lỗi, chưa nhập gì" }).waitFor();
  expect(await page.locator(".error-table tbody tr").count()).toBe(7);
  const coming = page.waitForEvent("download");
  await page.getByRole("link", { name: "Tải bản đã đánh dấu ô lỗi" }).click();
  const marked = new Uint8Array(await readFile(await (await coming).path()));
  await send(await mendRegister(marked, (n) => ({ own: Object.keys(wrong[n] ?? {}), good: goodRow(n) })));
  await page.getByRole("heading", { name: "Tệp không có lỗi" }).waitFor();
  await page.getByRole("button", { name: "Nhập 300 mục" }).click();
  await page.getByRole("heading", { name: "Đã nhập xong" }).waitFor({ timeout: 60_000 });

  await page.goto(`${system.origin}/quan-tri/so-tiep-nhan?year=2027`);
  await page.locator("caption", { hasText: "mới tải 50 hồ sơ" }).waitFor();
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute("data-printed", "true");
  });
  await page.getByRole("button", { name: "In sổ", exact: true }).click();
  await page.waitForSelector("[data-printed]");
  await page.emulateMedia({ media: "print" });
  const numbers = await page
    .locator(".register-sheet tbody tr:not(.ending-row) td:first-child")
    .allTextContents();
  expect(numbers).toEqual(Array.from({ length: 300 }, (_, i) => String(i + 1)));
  expect(complaints).toEqual([]);
}, 120_000);
