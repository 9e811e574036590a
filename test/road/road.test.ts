import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { parseId } from "#core/base/ids.ts";
import type { ReportFormat } from "#core/report/record.ts";
import { readFaces } from "../../functions/documents/faces.ts";
import { fileKey } from "../../functions/jobs/report-making/files.ts";
import { createReportHandler } from "../../functions/jobs/report-making/making.ts";
import { withSystem } from "../support/system.ts";

/** A day within the demonstration's campaign, whatever day the tests are run on. */
const clock = () => "2026-11-22T05:00:00.000Z";
const title = `Sổ tay số hóa chăm sóc người cao tuổi ở tổ dân phố`;
const decision = { number: "27/QĐ-UBND", day: "22/11/2026" };

const { browser, system } = await withSystem({ clock });

/** A browser of one person's own. Anything the pages complain of fails the test. */
async function openPage(): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: "vi-VN" });
  // Shorter than the test's own limit, so that a step that does not come is named.
  context.setDefaultTimeout(40_000);
  const page = await context.newPage();
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" && !message.text().includes("401")) complaints.push(message.text());
  });
  return page;
}
const complaints: string[] = [];

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const next = (page: Page) => button(page, "Lưu và tiếp tục").click();

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto(`${system.origin}/quan-tri`);
  await page
    .getByRole("link", { name: "Đăng nhập", exact: true })
    .or(button(page, "Đăng nhập"))
    .first()
    .click();
  await page.getByRole("button", { name: new RegExp(email) }).click();
  await page.getByRole("button", { name: "Đăng xuất" }).waitFor();
}

/** The figures of the demonstration commune, as the dashboard's tiles show them. */
async function readTile(page: Page, name: string): Promise<string> {
  await page.goto(`${system.origin}/quan-tri?unit=xa-dien-khanh&year=2026`);
  const tile = page.locator(".tile, .tiles a, .tiles > *").filter({ hasText: name }).first();
  await tile.waitFor();
  return (await tile.locator("b").first().innerText()).trim();
}

const counted = (text: string) => (/^\d+$/.test(text) ? Number(text) : 0);

describe("the road, from a form to the report", () => {
  let code = "";
  let before = { registered: 0, recognised: 0 };

  it("starts from what the dashboard counts", async () => {
    const page = await openPage();
    await signIn(page, "tiep-nhan@example.vn");
    before = {
      registered: counted(await readTile(page, "Đăng ký")),
      recognised: counted(await readTile(page, "Công nhận")),
    };
    await page.context().close();
  });

  it("somebody submits in the form and follows the code they were given", async () => {
    const page = await openPage();
    await page.goto(`${system.origin}/`);
    await page.getByRole("link", { name: "Gửi sáng kiến", exact: true }).click();
    await page.getByLabel("Họ và tên").fill("Nguyễn Thị Minh Hoạ");
    await page.getByLabel("Ngày sinh").fill("08/03/1984");
    await page.getByLabel("Nơi công tác hoặc nơi cư trú").fill("Chi hội Phụ nữ tổ dân phố 5");
    await page.getByLabel("Số điện thoại").fill("0912 345 678");
    await next(page);
    await page.getByLabel("Giải pháp đã áp dụng").check();
    await page.getByLabel("Tên sáng kiến").fill(title);
    await page.getByText("Xã Diên Khánh", { exact: true }).waitFor();
    await page.getByLabel("Lĩnh vực áp dụng").selectOption("socialWelfare");
    await page.getByLabel("Ngày áp dụng lần đầu").fill("01/06/2026");
    await next(page);
    await page
      .getByLabel("Nội dung của sáng kiến")
      .fill("Mỗi cụ có một trang sổ; con cháu và tổ trưởng cùng ghi lịch thuốc, lịch khám.");
    await next(page);
    await page.getByLabel("Điều kiện cần thiết để áp dụng").fill("Một điện thoại có mạng và hai người trực.");
    await page
      .getByLabel("Lợi ích theo ý kiến của tác giả")
      .fill("Không còn cụ nào quên lịch khám trong ba tháng.");
    await next(page);
    for (const box of await page.getByRole("checkbox").all()) await box.check();
    await next(page);
    await page.getByText(title).first().waitFor();
    await button(page, "Gửi hồ sơ").click();
    await page.getByRole("heading", { name: "Đã gửi hồ sơ" }).waitFor();
    code =
      parseId(
        (await page.locator("main").innerText()).match(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/)?.[0] ?? "",
      ) ?? "";
    expect(code).not.toBe("");

    const link = await page.locator('a[href*="/tra-cuu#"]').getAttribute("href");
    await page.goto(new URL(link ?? "", system.origin).href);
    await page.getByRole("heading", { name: title }).waitFor();
    await page.getByText("Đã đăng ký", { exact: true }).waitFor();
    await page.context().close();
  });

  it("a reviewer accepts it and proposes it to the council", async () => {
    const page = await openPage();
    await signIn(page, "tiep-nhan@example.vn");
    await page.getByRole("link", { name: "Hộp hồ sơ" }).click();
    await page.getByRole("link", { name: title }).click();
    await page.getByText("Nguyễn Thị Minh Hoạ").filter({ visible: true }).last().waitFor();
    await button(page, "Tiếp nhận").click();
    await button(page, "Tiếp nhận hồ sơ").click();
    await button(page, "Đề nghị Hội đồng").click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox").fill("Thiết thực, dễ làm; đề nghị Hội đồng xét.");
    await dialog.getByRole("button", { name: "Đề nghị Hội đồng" }).click();
    await page.getByText("Đã đề nghị Hội đồng").first().waitFor();
    await page.context().close();
  });

  it("the secretary records the recognition with number and date", async () => {
    const page = await openPage();
    await signIn(page, "thu-ky@example.vn");
    await page.getByRole("link", { name: "Hội đồng", exact: true }).click();
    await page.getByRole("link", { name: title }).click();
    await button(page, "Công nhận").click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Số quyết định").fill(decision.number);
    await dialog.getByLabel("Ngày ký").fill(decision.day);
    await dialog.getByRole("button", { name: "Công nhận sáng kiến" }).click();
    await page.getByText(decision.number).first().waitFor();
    await page.context().close();
  });

  it("the dashboard's counts rise by exactly one", async () => {
    const page = await openPage();
    await signIn(page, "quan-tri@example.vn");
    await expect
      .poll(() => readTile(page, "Công nhận"), { timeout: 40_000 })
      .toBe(String(before.recognised + 1));
    expect(await readTile(page, "Đăng ký")).toBe(String(before.registered + 1));
    await page.context().close();
  });

  it("the report for that year counts it and names it", async () => {
    const { store, bucket } = system;
    const clock = () => new Date().toISOString();
    const reports = createReportHandler({ store, bucket, faces: readFaces(), clock });
    const { made } = await reports.make({ unit: "xa-dien-khanh", from: "2026", to: "2026" });
    const read = async (format: ReportFormat) =>
      new TextDecoder().decode(await bucket.get(fileKey(made.prefix, format)));
    const report = JSON.parse(await read("json")) as {
      figures: { key: string; from: number; value: number; sources: { id: string }[] }[];
    };
    const recognised = report.figures.find(({ key, from }) => key === "recognised" && from === 2026);
    expect(recognised?.value).toBe(before.recognised + 1);
    expect(recognised?.sources.map(({ id }) => id)).toContain(code);
    expect(await read("html")).toContain(title);
  });

  it("no page complained on the way", () => {
    expect(complaints).toEqual([]);
  });
});
