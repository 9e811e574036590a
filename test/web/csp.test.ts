import type { BrowserContext, Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { createPageHeaders } from "../../web/page-headers.ts";
import { hashStylesOf } from "../../web/page-styles.ts";
import { pathTo } from "../../web/src/staff/parts/address.ts";
import { signInAt } from "../support/desk.ts";
import { drawPng, files } from "../support/files.ts";
import { withSystem } from "../support/system.ts";

/*
 * Every page under the policy that CloudFront sends: test/infra/parts/web.ts holds the template to the same words, but for the host of uploads.
 */
let context: BrowserContext;
const { browser, system } = await withSystem({ clock: () => "2026-11-22T05:00:00.000Z" });
beforeAll(async () => {
  context = await openContext();
}, 120_000);

/** How long a busy machine may take for one step, in ms. */
const patience = 30_000;

/** What the browser complained of, and every policy that came with an answer of the site. */
const complaints: string[] = [];
const policies = new Set<string | undefined>();

/** A browser that obeys the policy, and tells of every breach of it in pages and workers. */
async function openContext(): Promise<BrowserContext> {
  const opened = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: "vi-VN" });
  opened.setDefaultTimeout(patience);
  await opened.exposeBinding("tellBreach", ({ page }, breach: string) => {
    complaints.push(`${page?.url()}: ${breach}`);
  });
  await opened.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) =>
      (window as unknown as { tellBreach(breach: string): void }).tellBreach(
        `${violatedDirective} ${blockedURI} ${sample}`,
      ),
    );
  });
  opened.on("console", (message) => {
    // Whoever is not signed in, or asks for what is not there, is told so; the browser writes that down as well.
    const refused =
      /status of 40[14]/.test(message.text()) && /\/api\/|\/khong-co$/.test(message.location().url);
    if (message.type() === "error" && !refused)
      complaints.push(`${message.page()?.url()}: ${message.text()}`);
  });
  opened.on("weberror", (error) => complaints.push(String(error.error())));
  opened.on("response", async (response) => {
    if (response.url().startsWith(system.origin)) policies.add(response.headers()["content-security-policy"]);
  });
  return opened;
}

const poll = <T>(read: () => T) => expect.poll(read, { timeout: patience });
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).first().click();
const next = (page: Page) => press(page, "Lưu và tiếp tục");
/** The page is drawn, and nothing that it shows is still being read. */
const settle = (page: Page) =>
  page.waitForFunction(
    () => document.querySelector("main h1, main h2") && !document.querySelector("main .busy"),
  );

/** Opens one address of each kind that links lead to from here, with all that can be unfolded there. */
async function walk(page: Page, seen: Set<string>): Promise<void> {
  const ahead = [new URL(page.url()).pathname];
  for (let path = ahead.shift(); path !== undefined; path = ahead.shift()) {
    const [, area = "", list = "", id] = path.split(/[?#]/)[0]?.split("/") ?? [];
    const kind = id === undefined ? `/${area}${list && `/${list}`}` : `/${area}/${list}/…`;
    if (seen.has(kind)) continue;
    seen.add(kind);
    await page.goto(system.origin + path);
    await settle(page);
    const links = await page.evaluate(() => {
      for (const folded of document.querySelectorAll("details")) folded.open = true;
      return [...document.querySelectorAll<HTMLAnchorElement>('a[href^="/"]')].map(
        (link) => link.getAttribute("href") ?? "",
      );
    });
    ahead.push(...links.filter((link) => !link.startsWith("/api/")));
  }
}

test("the public's pages, a file that is sent, the worker of the proof and the one that keeps pages", async () => {
  const page = await context.newPage();
  await page.goto(`${system.origin}/gui`);
  await page.getByLabel("Họ và tên").fill("Nguyễn Thị Minh Hoạ");
  await page.getByLabel("Ngày sinh").fill("08/03/1984");
  await page.getByLabel("Nơi công tác hoặc nơi cư trú").fill("Tổ dân phố 5");
  await page.getByLabel("Số điện thoại").fill("0912 345 678");
  await next(page);
  await page.getByLabel("Giải pháp đã áp dụng").check();
  await page.getByLabel("Tên sáng kiến").fill("Thùng ủ lật đôi");
  await page.getByLabel("Lĩnh vực áp dụng").selectOption("environment");
  await page.getByLabel("Ngày áp dụng lần đầu").fill("01/06/2026");
  await next(page);
  await page.getByLabel("Nội dung của sáng kiến").fill("Hai thùng phuy trên trục quay.");
  await next(page);
  await page.getByLabel("Điều kiện cần thiết để áp dụng").fill("Hai thùng phuy.");
  await page.getByLabel("Lợi ích theo ý kiến của tác giả").fill("Bớt rác.");
  await next(page);
  await page.getByLabel(/Chọn tệp hoặc chụp ảnh|Thêm tệp/).setInputFiles([
    { name: "IMG_2031.PNG", mimeType: "image/png", buffer: Buffer.from(drawPng(2600, 1300)) },
    { name: "ban-ve.pdf", mimeType: "application/pdf", buffer: Buffer.from(files.pdf.bytes) },
  ]);
  await poll(() => page.locator(".files li").getByText("Đã gửi lên").count()).toBe(2);
  for (const box of await page.getByRole("checkbox").all()) await box.check();
  await next(page);
  await press(page, "Gửi hồ sơ");
  await page.getByRole("heading", { name: "Đã gửi hồ sơ" }).waitFor();
  const dossier = await page.locator('a[href*="/tra-cuu#"]').first().getAttribute("href");
  const seen = new Set<string>();
  await walk(page, seen);
  expect([...seen]).toEqual(expect.arrayContaining(["/", "/gui", "/quan-tri", "/tra-cuu"]));
  await page.goto(new URL(dossier ?? "", system.origin).href);
  await poll(() => page.locator(".attached").getByText("Đã nhận").count()).toBe(2);
  for (const path of ["/tra-cuu/dong-tac-gia", "/khong-co"]) {
    await page.goto(system.origin + path);
    await settle(page);
  }
  await page.goto(`${system.origin}/api/docs`);
  expect(await page.locator("main").evaluate((main) => getComputedStyle(main).maxWidth)).not.toBe("none");
  expect(context.serviceWorkers()).toHaveLength(1);
  expect(complaints).toEqual([]);
  // That nothing was told is worth something: a breach would be.
  await page.evaluate(() => document.body.insertAdjacentHTML("beforeend", '<p style="color: red">'));
  await poll(() => complaints.splice(0).join()).toMatch(/style-src/);
  await page.close();
  complaints.length = 0;
}, 120_000);

test("a report with its figures and files, and every page that an administrator, a reviewer and a secretary have", async () => {
  const page = await context.newPage();
  await signInAt(page, `${system.origin}/quan-tri/bao-cao?unit=dien-khanh`, "quan-tri@example.vn");
  await press(page, "Lập báo cáo");
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Kỳ báo cáo").selectOption("Nhiều năm");
  await dialog.getByLabel("Từ năm").fill("2019");
  await dialog.getByLabel("Đến năm").fill("2021");
  await dialog.getByRole("button", { name: "Lập báo cáo" }).click();
  await page.getByRole("heading", { name: "Báo cáo 2019–2021, Huyện Diên Khánh" }).waitFor();
  await page.locator(".report-sheet").getByRole("link", { name: "20 sáng kiến" }).first().click();
  await page.locator(".report-behind").getByText("Theo văn bản").waitFor();
  await page.keyboard.press("Escape");
  for (const format of ["PDF", "HTML"]) {
    const link = page.locator("#report-files").getByRole("link", { name: format, exact: true });
    const [got] = await Promise.all([page.waitForEvent("download"), link.click()]);
    expect(await got.failure()).toBeNull();
  }

  const seen = new Set<string>();
  await walk(page, seen);
  await page.close();
  for (const [email, path] of [
    ["tiep-nhan@example.vn", pathTo("inbox")],
    ["thu-ky@example.vn", pathTo("council")],
  ] as const) {
    const other = await openContext();
    const desk = await other.newPage();
    await signInAt(desk, system.origin + path, email);
    // Theirs holds what the administrator's does not.
    seen.delete(path);
    await walk(desk, seen);
    await other.close();
  }
  const all = [
    ...(["dashboard", "paper", "declared", "workbooks"] as const),
    ...(["inbox", "register", "council", "campaigns", "people", "units"] as const),
    ...(["reports", "reportRequests", "reportRuns"] as const),
  ];
  expect([...seen]).toEqual(expect.arrayContaining(all.map((name) => pathTo(name))));
  for (const name of ["inbox", "register", "campaigns", "people", "units", "reports"] as const)
    expect([...seen]).toContain(`${pathTo(name)}/…`);
  expect(complaints).toEqual([]);
}, 180_000);

test("that policy came with every answer of pages and API, the same in words as the cloud's", () => {
  const [policy = ""] = policies;
  const uploads = /connect-src 'self' (http:\S+);/.exec(policy)?.[1] ?? "";
  expect([...policies]).toEqual([
    createPageHeaders(uploads, hashStylesOf("web/dist"))["content-security-policy"],
  ]);
});
