import { createHash } from "node:crypto";
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { findFaults, openDesk } from "../../support/desk.ts";
import { withSystem } from "../../support/system.ts";

let page: Page;
const report = "/quan-tri/bao-cao/dien-khanh~2019~2021";
const { browser, system } = await withSystem({ clock: () => "2026-11-22T05:00:00.000Z" });
beforeAll(async () => {
  page = await openDesk(
    browser,
    `${system.origin}/quan-tri/bao-cao?unit=dien-khanh`,
    "quan-tri@example.vn",
    15_000,
  );
  await page.getByRole("heading", { name: "Báo cáo năm" }).waitFor();
}, 120_000);

const press = (name: string | RegExp) => page.getByRole("button", { name, exact: true }).first().click();
const dialog = () => page.getByRole("dialog");
const pane = () => page.locator(".report-behind");
/** The step that comes next, as the row of steps says. */
const next = () => page.locator(".report-steps [aria-current=step]");

test("Diên Khánh's three years are made from the list, and one total is suspected", async () => {
  await press("Lập báo cáo");
  await dialog().getByLabel("Kỳ báo cáo").selectOption("Nhiều năm");
  await dialog().getByLabel("Từ năm").fill("2019");
  await dialog().getByLabel("Đến năm").fill("2021");
  await dialog().getByText("Sẽ lập báo cáo giai đoạn 2019–2021.").waitFor();
  await dialog().getByRole("button", { name: "Lập báo cáo" }).click();
  await page
    .getByRole("heading", { name: "Báo cáo 2019–2021, Huyện Diên Khánh" })
    .waitFor({ timeout: 30_000 });
  expect(new URL(page.url()).pathname).toBe(report);
  expect(await page.getByText(/có thể là số cộng ghi nhầm tên/).count()).toBe(1);
  expect(await findFaults(page)).toEqual([]);
}, 90_000);

test("a figure opens what stands behind it, and leads on to its records", async () => {
  const stated = page.locator(".report-sheet").getByRole("link", { name: "20 sáng kiến" }).first();
  await stated.click();
  await pane().getByText("Theo văn bản").waitFor();
  await pane().getByText("Diên Khánh phối hợp đánh giá kết quả 03 năm").waitFor();
  expect(await pane().locator("dd", { hasText: "7" }).count()).toBe(1);
  expect(await pane().evaluate((section) => section === document.activeElement)).toBe(true);
  expect(await findFaults(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await expect.poll(() => stated.evaluate((link) => link === document.activeElement)).toBe(true);
  await stated.click();
  const title = "Mỗi Tổ công tác Mặt trận gắn với một hộ nghèo";
  await pane().getByRole("link", { name: title }).click();
  await page.getByRole("heading", { name: title }).waitFor();
  expect(new URL(page.url()).pathname).toMatch(/^\/quan-tri\/so-tiep-nhan\/./);
  await page.goBack();
  await pane().getByText("Theo văn bản").waitFor();
  await page.keyboard.press("Escape");
}, 60_000);

test("on a phone it opens in a dialog", async () => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.locator(".report-sheet").getByRole("link", { name: "20 sáng kiến" }).first().click();
  await dialog().getByText("Theo văn bản").waitFor();
  expect(await findFaults(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await page.setViewportSize({ width: 1366, height: 768 });
}, 60_000);

test("warnings are handled, texts written, and what was made anew is approved, numbered and published", async () => {
  expect(await next().innerText()).toContain("Đối chiếu");
  for (;;) {
    const open = page.getByRole("button", { name: "Bỏ qua với lý do" });
    if ((await open.count()) === 0) break;
    await open.first().click();
    await dialog().getByLabel("Lý do").fill("Đã đối chiếu với bài đăng; giữ nguyên như văn bản đã ghi.");
    await dialog().getByRole("button", { name: "Ghi lý do" }).click();
    await dialog().waitFor({ state: "hidden" });
  }
  await page.getByText("Đã đối chiếu với bài đăng; giữ nguyên như văn bản đã ghi.").first().waitFor();

  await press("Sửa phần viết tay");
  await dialog().getByLabel("Hạn chế, nguyên nhân").fill("Một số nơi <b>triển khai</b> còn chậm.");
  // Somebody else writes another section meanwhile: both are kept.
  const record = await system.store.reports.get({ unit: "dien-khanh", from: "2019", to: "2021" });
  if (!record) throw new Error("the report is not there");
  const texts = { directions: "Mở rộng phong trào đến từng khu dân cư." };
  await system.store.reports.save({
    ...record,
    version: record.version + 1,
    texts: { ...record.texts, ...texts },
  });
  await dialog().getByRole("button", { name: "Ghi", exact: true }).click();
  await dialog().getByRole("cell", { name: texts.directions }).waitFor();
  expect(await findFaults(page)).toEqual([]);
  await dialog()
    .getByRole("button", { name: /^Giữ mục tôi đã sửa/ })
    .click();
  await dialog().getByRole("button", { name: "Ghi", exact: true }).click();
  await expect.poll(() => next().innerText()).toContain("Phần viết tay");
  await press("Lập lại");
  await page
    .locator(".report-sheet p", { hasText: "Một số nơi <b>triển khai</b> còn chậm." })
    .waitFor({ timeout: 30_000 });
  await page.locator(".report-sheet p", { hasText: texts.directions }).waitFor();

  await press("Sửa người ký, nơi nhận");
  await dialog().getByLabel("Họ tên người ký", { exact: false }).first().fill("Nguyễn Thị Hoa");
  await dialog().getByLabel("Nơi nhận").fill("Thường trực Tỉnh ủy");
  await dialog().getByLabel("Hai cơ quan cùng ban hành").check();
  await dialog().getByRole("button", { name: "Ghi", exact: true }).click();
  await dialog().getByText("Hãy ghi tên cơ quan cùng ban hành.").first().waitFor();
  expect(await findFaults(page)).toEqual([]);
  await dialog()
    .getByLabel("Cơ quan cùng ban hành", { exact: true })
    .fill("Ủy ban nhân dân huyện Diên Khánh");
  await dialog().getByRole("button", { name: "Ghi", exact: true }).click();
  await dialog().waitFor({ state: "hidden" });
  await press("Lập lại");
  const signature = page.locator(".sheet-signature");
  await signature.getByText("Nguyễn Thị Hoa").waitFor({ timeout: 30_000 });
  expect(await signature.innerText()).toMatch(/ỦY BAN NHÂN DÂN HUYỆN DIÊN KHÁNH[\s\S]*Thường trực Tỉnh ủy;/);

  await press("Duyệt báo cáo");
  await dialog().getByRole("button", { name: "Duyệt báo cáo" }).click();
  await expect.poll(() => next().innerText()).toContain("Số, ngày ký");
  await press("Ghi số, ngày ký");
  await dialog().getByLabel("Số, ký hiệu").fill("12/BC-MTTQ-BTT");
  await dialog().getByLabel("Ngày ký").fill("2026-11-22");
  await dialog().getByRole("button", { name: "Ghi số, ngày ký" }).click();
  // The district ended long before: whoever still issues a report in its name says why.
  await dialog().getByLabel("Lý do").fill("Tổng hợp lại số liệu các năm trước khi đơn vị kết thúc.");
  await dialog().getByRole("button", { name: "Ghi số, ngày ký" }).click();
  await page.getByRole("button", { name: "Ban hành", exact: true }).click({ timeout: 30_000 });
  await dialog().getByRole("button", { name: "Ban hành" }).click();
  await page.getByText("Báo cáo đã ban hành.").first().waitFor();
  expect(await page.locator(".sheet-head").innerText()).toContain("12/BC-MTTQ-BTT");
}, 120_000);

test.each([
  ["PDF", "%PDF-1.7"],
  ["DOCX", "PK"],
  ["XLSX", "PK"],
  ["JSON", "{"],
  ["HTML", "<!doctype html>"],
])(
  "it is downloaded as %s",
  async (format, beginning) => {
    const link = page.locator("#report-files").getByRole("link", { name: format, exact: true });
    const address = new URL((await link.getAttribute("href")) ?? "", system.origin);
    const answer = await page.request.get(address.href);
    expect(answer.status()).toBe(200);
    const bytes = await answer.body();
    expect(bytes.subarray(0, beginning.length).toString()).toBe(beginning);
    expect(bytes.length).toBeGreaterThan(1000);
  },
  30_000,
);

test("its signed PDF is uploaded, scanned, kept with its hash and downloaded", async () => {
  const files = page.locator("#report-files");
  await files.getByText("Chưa có bản đã ký").waitFor();
  const bytes = Buffer.from(`%PDF-1.7\n${"Đã ký. ".repeat(200)}\n%%EOF`);
  const file = { name: "bao-cao-da-ky.pdf", mimeType: "application/pdf", buffer: bytes };
  await files.locator("#report-signed").setInputFiles(file);
  const keep = files.getByRole("button", { name: "Ghi bản đã ký" });
  await expect
    .poll(
      async () => {
        if ((await keep.isVisible()) && (await keep.isEnabled())) await keep.click();
        return files.getByRole("link", { name: "PDF đã ký" }).count();
      },
      { timeout: 45_000 },
    )
    .toBe(1);
  const sum = createHash("sha256").update(bytes).digest("base64url");
  await files.getByText(sum).waitFor();
  expect(await findFaults(page)).toEqual([]);
  const link = await files.getByRole("link", { name: "PDF đã ký" }).getAttribute("href");
  const answer = await page.request.get(new URL(link ?? "", system.origin).href);
  expect(Buffer.compare(await answer.body(), bytes)).toBe(0);
}, 90_000);

test("its files verify, and the list knows how far it has come", async () => {
  await page.locator("#report-check summary").click();
  await page.locator("#report-check").getByRole("button", { name: "Kiểm chứng" }).click();
  await page.getByText("Cả 5 tệp đúng với số liệu của báo cáo.").waitFor({ timeout: 30_000 });
  await page.getByText("Hồ sơ không có số liệu nào đổi từ đó.").waitFor();
  expect(await findFaults(page)).toEqual([]);
  await page.getByRole("link", { name: "Các báo cáo" }).click();
  const row = page.getByRole("row", { name: /2019–2021/ });
  await row.getByText("Đã ban hành").waitFor();
  await row.getByText("12/BC-MTTQ-BTT").waitFor();
  expect(await findFaults(page)).toEqual([]);
}, 60_000);

test("a new edition begins with a reason, and says how it differs from the one before", async () => {
  await page.goto(system.origin + report);
  await press("Lập bản mới");
  await dialog().getByLabel("Vì sao cần bản mới").fill("Đính chính phần hạn chế.");
  await dialog().getByRole("button", { name: "Lập bản mới" }).click();
  await page.getByText(/Đính chính phần hạn chế/).waitFor();
  await expect.poll(() => page.locator(".report-head").innerText()).toContain("Bản 2");
  await press("Sửa phần viết tay");
  await dialog().getByLabel("Hạn chế, nguyên nhân").fill("Một số nơi triển khai chậm.");
  await dialog().getByRole("button", { name: "Ghi", exact: true }).click();
  await press("Lập báo cáo");
  await page.getByRole("button", { name: "So với bản 1" }).click({ timeout: 30_000 });
  await dialog().getByRole("cell", { name: "Một số nơi <b>triển khai</b> còn chậm." }).waitFor();
  await dialog().getByRole("cell", { name: "Một số nơi triển khai chậm." }).waitFor();
  expect(await findFaults(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: "Xem bản 1" }).click();
  await page.getByRole("heading", { name: /bản 1$/ }).waitFor();
  await page.locator(".sheet-head", { hasText: "12/BC-MTTQ-BTT" }).waitFor();
  expect(await findFaults(page)).toEqual([]);
}, 60_000);

test("the next report takes the written parts over, to be looked through", async () => {
  await page.goto(`${system.origin}/quan-tri/bao-cao/dien-khanh~2022~2022`);
  await page.getByRole("heading", { name: "Huyện Diên Khánh chưa có báo cáo năm 2022." }).waitFor();
  await press("Lập báo cáo");
  const note = page.locator("#report-texts").getByText("Lấy từ báo cáo 2019–2021").first();
  await note.waitFor({ timeout: 30_000 });
  await page.locator(".report-sheet", { hasText: "Một số nơi triển khai chậm." }).waitFor();
  await press("Sửa phần viết tay");
  await dialog().getByRole("button", { name: "Ghi", exact: true }).click();
  await dialog().waitFor({ state: "hidden" });
  await note.waitFor({ state: "detached" });
}, 60_000);
