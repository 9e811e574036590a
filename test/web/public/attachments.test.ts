import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { InitiativeView } from "../../../functions/api/initiatives/views.ts";
import { findViolations } from "../../support/axe.ts";
import { drawPng, files } from "../../support/files.ts";
import { withSystem } from "../../support/system.ts";

/** A day within the demonstration's campaign, whatever day the tests are run on. */
const clock = () => "2026-11-22T05:00:00.000Z";
const title = "Thùng ủ lật đôi cho rác chợ";

const { browser, system } = await withSystem({ clock });

const complaints: string[] = [];

async function openPage(width: number, colorScheme: "light" | "dark" = "light"): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: 780 },
    locale: "vi-VN",
    colorScheme,
    acceptDownloads: true,
  });
  context.setDefaultTimeout(40_000);
  const page = await context.newPage();
  page.on("pageerror", (error) => complaints.push(error.message));
  return page;
}

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const next = (page: Page) => button(page, "Lưu và tiếp tục").click();
const chooser = (page: Page) => page.getByLabel(/Chọn tệp hoặc chụp ảnh|Thêm tệp/);
const rows = (page: Page) => page.locator(".files li");

/** Fills in the form up to the step of the files. */
async function reachFiles(page: Page): Promise<void> {
  await page.goto(`${system.origin}/gui`);
  await page.getByLabel("Họ và tên").fill("Nguyễn Thị Minh Hoạ");
  await page.getByLabel("Ngày sinh").fill("08/03/1984");
  await page.getByLabel("Nơi công tác hoặc nơi cư trú").fill("Chi hội Phụ nữ tổ dân phố 5");
  await page.getByLabel("Số điện thoại").fill("0912 345 678");
  await next(page);
  await page.getByLabel("Giải pháp đã áp dụng").check();
  await page.getByLabel("Tên sáng kiến").fill(title);
  await page.getByLabel("Lĩnh vực áp dụng").selectOption("environment");
  await page.getByLabel("Ngày áp dụng lần đầu").fill("01/06/2026");
  await next(page);
  await page
    .getByLabel("Nội dung của sáng kiến")
    .fill("Hai thùng phuy trên trục quay, lật mỗi ngày hai lần.");
  await next(page);
  await page.getByLabel("Điều kiện cần thiết để áp dụng").fill("Hai thùng phuy, một chỗ có mái che.");
  await page.getByLabel("Lợi ích theo ý kiến của tác giả").fill("Mỗi tháng bớt 1,2 tấn rác.");
  await next(page);
  await chooser(page).waitFor({ state: "attached" });
}

const file = (name: string, mimeType: string, bytes: Uint8Array) => ({
  name,
  mimeType,
  buffer: Buffer.from(bytes),
});
/** As a phone takes it: larger than anybody needs, in landscape. */
const photo = file("IMG_2031.PNG", "image/png", drawPng(2600, 1300));

const utf8 = (text: string) => new TextEncoder().encode(text);
/** Infected by agreement, in two parts so that this file is not. */
const eicar = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}", "$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].join("");
const infected = new Uint8Array([...files.pdf.bytes, ...utf8(eicar)]);
/** As some printers and programs save a PDF: its header behind other bytes. */
const behindBytes = new Uint8Array([...utf8("\r\n\r\n"), ...files.pdf.bytes]);

/** Width and height in a JPEG's frame header. */
function sizeOfJpeg(bytes: Buffer): number[] {
  const frame = bytes.indexOf(Buffer.from([0xff, 0xc0]));
  return [bytes.readUInt16BE(frame + 7), bytes.readUInt16BE(frame + 5)];
}

/** What axe finds on the page as it is. */
async function findFaults(page: Page): Promise<string[]> {
  return (await findViolations(page)).map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

describe("files in the form", () => {
  it("are sent at once, a photo made smaller; one of another type and one too many are refused with the reason", async () => {
    const page = await openPage(360);
    await reachFiles(page);
    await chooser(page).setInputFiles([
      photo,
      file("so-lieu.xlsx", "", files.xlsx.bytes),
      file("cai-dat.exe", "application/x-msdownload", files.pdf.bytes),
    ]);
    await page.getByText("Chưa nhận tệp cai-dat.exe:").waitFor();
    await expect.poll(() => rows(page).getByText("Đã gửi lên").count()).toBe(2);
    expect(await rows(page).first().innerText()).toContain("IMG_2031.jpg");
    expect(await page.getByRole("alert").innerText()).toContain("Không nhận loại tệp này");
    expect(await findFaults(page)).toEqual([]);

    await chooser(page).setInputFiles(
      [1, 2, 3, 4].map((n) => file(`ban-ve-${n}.pdf`, "application/pdf", files.pdf.bytes)),
    );
    await page.getByText("Đã chọn 6 tệp, nhiều nhất 5").waitFor();
    await expect.poll(() => rows(page).getByText("Đã gửi lên").count()).toBe(5);
    await button(page, "Bỏ tệp ban-ve-3.pdf").click();
    expect(await rows(page).count()).toBe(4);
    await page.context().close();
  });

  it("that did not arrive say so, are not sent without, and go again", async () => {
    const page = await openPage(360, "dark");
    await reachFiles(page);
    await page.route("**/doan-ket-sang-tao-uploads/**", (route) => route.abort());
    await chooser(page).setInputFiles([file("ban-ve.pdf", "application/pdf", files.pdf.bytes)]);
    await page.getByText("Mất mạng giữa chừng").waitFor();
    for (const box of await page.getByRole("checkbox").all()) await box.check();
    await next(page);
    await page.getByText("Có tệp chưa gửi xong").first().waitFor();
    expect(await findFaults(page)).toEqual([]);

    // The tab is closed in the midst of it: the file is gone from the page, its name is not.
    await page.reload();
    await page.getByText("Tệp này chưa gửi xong khi trang bị đóng").waitFor();
    await page.unroute("**/doan-ket-sang-tao-uploads/**");
    await button(page, "Bỏ tệp ban-ve.pdf").click();
    await chooser(page).setInputFiles([file("ban-ve.pdf", "application/pdf", files.pdf.bytes)]);
    await rows(page).getByText("Đã gửi lên").waitFor();
    // What has been sent is still there after another reload.
    await page.reload();
    await rows(page).getByText("Đã gửi lên").waitFor();
    await page.context().close();
  });

  it("that are refused say so while the form is open, are not sent, and give way to another", async () => {
    const page = await openPage(360);
    await reachFiles(page);
    await chooser(page).setInputFiles([
      file("gia-mao.pdf", "application/pdf", new TextEncoder().encode("<script>alert(1)</script>")),
    ]);
    await page.getByText("Chưa nhận tệp gia-mao.pdf:").waitFor();
    await chooser(page).setInputFiles([file("nhiem.pdf", "application/pdf", infected)]);
    const row = rows(page).first();
    await row.getByText("Không nhận: Tệp có mã độc").waitFor();
    await page.getByRole("status").getByText("Không nhận được tệp nhiem.pdf.").waitFor({ state: "attached" });
    expect(await findFaults(page)).toEqual([]);
    // With large text the buttons give way to the reason.
    await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
    const [whole, reason] = [await row.boundingBox(), await row.locator(".outcome").boundingBox()];
    expect(reason?.width).toBeGreaterThan((whole?.width ?? 0) * 0.8);
    await page.evaluate(() => document.documentElement.style.removeProperty("font-size"));
    for (const box of await page.getByRole("checkbox").all()) await box.check();
    await next(page);
    await page.getByText("Có tệp không nhận được").first().waitFor();

    const choosing = page.waitForEvent("filechooser");
    await button(page, "Chọn tệp khác thay cho nhiem.pdf").click();
    await (await choosing).setFiles([file("sach.pdf", "application/pdf", behindBytes)]);
    await row.getByText("Đã gửi lên và đã kiểm tra").waitFor();
    expect(await rows(page).count()).toBe(1);
    await next(page);
    await page.getByRole("heading", { name: "Kiểm tra lại trước khi gửi" }).waitFor();
    await page.context().close();
  });

  it("whose check takes long say so, and what becomes of them", async () => {
    const page = await openPage(360);
    await page.route("**/api/uploads/*", (route) =>
      route.fulfill({ json: { state: "checking", slow: true } }),
    );
    await reachFiles(page);
    await chooser(page).setInputFiles([file("cham.pdf", "application/pdf", files.pdf.bytes)]);
    await rows(page).getByText("Sau 24 giờ mà chưa xong thì tệp không được nhận").waitFor();
    await page.context().close();
  });

  it("reach the author and the reviewer as they stand, are fetched at the click, and may be replaced", async () => {
    const page = await openPage(360);
    await reachFiles(page);
    await chooser(page).setInputFiles([photo, file("cu.pdf", "application/pdf", files.pdf.bytes)]);
    await rows(page).getByText("Đã gửi lên và đã kiểm tra").nth(1).waitFor();
    for (const box of await page.getByRole("checkbox").all()) await box.check();
    await next(page);
    await page.getByText("IMG_2031").waitFor();
    await button(page, "Gửi hồ sơ").click();
    await page.getByRole("heading", { name: "Đã gửi hồ sơ" }).waitFor({ timeout: 40_000 });
    const link = await page.locator('a[href*="/tra-cuu#"]').first().getAttribute("href");
    // The first answer comes from before the scan; the page looks again by itself.
    await page.route(
      "**/api/initiatives/*",
      async (route) => {
        const response = await route.fetch();
        const view = (await response.json()) as InitiativeView;
        for (const file of view.attachments) Object.assign(file, { state: "checking" });
        await route.fulfill({ response, json: view });
      },
      { times: 1 },
    );
    await page.goto(new URL(link ?? "", system.origin).href);
    const shown = page.locator(".attached");
    await shown.getByText("Đang kiểm tra").first().waitFor();
    await shown.getByText("Đã nhận").nth(1).waitFor();
    expect(await findFaults(page)).toEqual([]);
    // The link is made at the click, and no address that is asked for holds the key.
    const key = new URL(link ?? "", system.origin).hash.split(".").at(-1) ?? "";
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    const fetching = page.waitForEvent("download");
    await shown.getByRole("button", { name: "Tải về cu.pdf" }).click();
    expect((await fetching).suggestedFilename()).toBe("cu.pdf");
    expect(asked.filter((url) => url.includes(key))).toEqual([]);

    await button(page, "Thay hoặc bỏ tệp").click();
    await button(page, "Bỏ tệp cu.pdf").click();
    await chooser(page).setInputFiles([file("moi.pdf", "application/pdf", files.pdf.bytes)]);
    await rows(page).getByText("moi.pdf").waitFor();
    await rows(page).getByText("Đã gửi lên").nth(1).waitFor();
    expect(await findFaults(page)).toEqual([]);
    await button(page, "Lưu các tệp").click();
    await page.getByText("Đã lưu các tệp của hồ sơ.").waitFor();
    await shown.getByText("moi.pdf").waitFor();
    expect(await shown.getByText("cu.pdf").count()).toBe(0);
    await page.getByText("Thay tệp kèm theo").waitFor();

    // What is refused after it was sent: the page says what to do.
    await page.route("**/api/initiatives/*", async (route) => {
      const response = await route.fetch();
      const view = (await response.json()) as InitiativeView;
      Object.assign(view.attachments[1] ?? {}, { state: "refused", reason: "attachment.infected" });
      await route.fulfill({ response, json: view });
    });
    await page.reload();
    await shown.getByText("Tệp có mã độc").waitFor();
    await page.getByText("Ở mục Tệp kèm theo bên dưới, ông/bà có thể gửi tệp khác").waitFor();
    expect(await findFaults(page)).toEqual([]);
    await button(page, "Thay hoặc bỏ tệp").click();
    await rows(page).getByText("Không nhận: Tệp có mã độc").waitFor();
    await page.context().close();

    const desk = await openPage(1366);
    await desk.goto(`${system.origin}/quan-tri`);
    await desk
      .getByRole("link", { name: "Đăng nhập", exact: true })
      .or(button(desk, "Đăng nhập"))
      .first()
      .click();
    await desk.getByRole("button", { name: /tiep-nhan@example\.vn/ }).click();
    await desk.getByRole("link", { name: "Hộp hồ sơ" }).click();
    await desk.getByRole("link", { name: title }).click();
    const opened = desk.locator(".attached");
    await opened.getByText("Đã nhận").nth(1).waitFor();
    const downloading = desk.waitForEvent("download");
    await opened.getByRole("link", { name: /IMG_2031/ }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe("IMG_2031.jpg");
    expect(sizeOfJpeg(await readFile(await download.path()))).toEqual([2000, 1000]);

    // At the counter the reviewer does it for whoever brings a better file.
    await button(desk, "Thay hoặc bỏ tệp").click();
    await button(desk, "Bỏ tệp moi.pdf").click();
    await chooser(desk).setInputFiles([file("tai-quay.pdf", "application/pdf", files.pdf.bytes)]);
    await rows(desk).getByText("tai-quay.pdf").waitFor();
    await rows(desk).getByText("Đã gửi lên").nth(1).waitFor();
    expect(await findFaults(desk)).toEqual([]);
    await button(desk, "Lưu các tệp").click();
    await desk.getByText("Đã lưu các tệp của hồ sơ.").waitFor();
    await opened.getByText("tai-quay.pdf").waitFor();
    expect(await opened.getByText("moi.pdf").count()).toBe(0);
    await desk.context().close();
  });

  it("make no page complain", () => {
    expect(complaints).toEqual([]);
  });
});
