import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { ReportLayout } from "#core/jobs/report-layout.ts";
import { buildReport } from "#core/report/report.ts";
import { renderHtml } from "../../functions/documents/html/html.ts";
import { composeReport } from "../../functions/jobs/report-making/document.ts";
import { exampleInput } from "../core/report/example-input.ts";
import { findViolations } from "../support/axe.ts";
import { openWhole } from "../support/pages.ts";
import { withSystem } from "../support/system.ts";

const { browser, system } = await withSystem({ clock: () => "2026-11-22T05:00:00.000Z" });

const widths = [360, 1366];
const themes = ["light", "dark"] as const;
const findings: string[] = [];

async function openPage(path: string): Promise<Page> {
  const context = await browser.newContext({
    serviceWorkers: "block",
    locale: "vi-VN",
    // Playwright runs axe apart from the page's own policy.
    bypassCSP: true,
    reducedMotion: "reduce",
  });
  context.setDefaultTimeout(40_000);
  const page = await context.newPage();
  await page.goto(system.origin + path);
  return page;
}

/** Looks at the page as it stands, in both themes and at both widths. */
async function look(page: Page, name: string): Promise<void> {
  for (const width of widths)
    for (const colorScheme of themes) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      for (const { id, nodes } of await findViolations(page))
        for (const { html } of nodes)
          findings.push(`${name}, ${width} ${colorScheme}: ${id}: ${html.slice(0, 160)}`);
    }
}

const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { name }).first().waitFor();
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

test("the home page, following, and an address that leads nowhere", async () => {
  const page = await openPage("/");
  await page.locator(".home-open").waitFor();
  await look(page, "home");
  await page.goto(`${system.origin}/tra-cuu`);
  await look(page, "follow");
  await press(page, "Xem hồ sơ");
  await page.locator("#follow-code-error").waitFor();
  await look(page, "follow with errors");
  await page.goto(`${system.origin}/khong-co`);
  await heading(page, "Không có trang này");
  await look(page, "not found");
  await page.context().close();
  expect(findings).toEqual([]);
}, 60_000);

test("every step of the form, empty, with errors and filled, the receipt and the dossier", async () => {
  const page = await openPage("/gui");
  const next = () => press(page, "Lưu và tiếp tục");
  const seeErrors = async (name: string) => {
    await look(page, name);
    await next();
    await page.locator("main [aria-invalid=true], main .error").first().waitFor();
    await look(page, `${name} with errors`);
  };
  await page.getByLabel("Họ và tên").waitFor();
  await seeErrors("authors");
  await press(page, "Thêm tác giả");
  await look(page, "two authors");
  await page.getByRole("button", { name: /^Bớt/ }).last().click();
  await page.getByLabel("Họ và tên").fill("Nguyễn Thị Minh Hoạ");
  await page.getByLabel("Ngày sinh").fill("08/03/1984");
  await page.getByLabel("Nơi công tác hoặc nơi cư trú").fill("Tổ dân phố 5");
  await page.getByLabel("Số điện thoại").fill("0912 345 678");
  await next();
  await heading(page, "Sáng kiến của ông/bà là gì?");
  await seeErrors("initiative");
  await page.getByLabel("Giải pháp đã áp dụng").check();
  await page.getByLabel("Tên sáng kiến").fill("Sổ tay chăm sóc");
  await page.getByLabel("Lĩnh vực áp dụng").selectOption("socialWelfare");
  await page.getByLabel("Ngày áp dụng lần đầu").fill("01/06/2026");
  await next();
  await heading(page, "Sáng kiến được làm như thế nào?");
  await seeErrors("substance");
  await page.getByLabel("Nội dung của sáng kiến").fill("Mỗi cụ có một trang sổ.");
  await next();
  await heading(page, "Áp dụng ra sao, được lợi gì?");
  await seeErrors("effect");
  await press(page, "Thêm người tham gia");
  await look(page, "a participant");
  await page.getByRole("button", { name: /^Bớt/ }).last().click();
  await page.getByLabel("Điều kiện cần thiết để áp dụng").fill("Một điện thoại.");
  await page.getByLabel("Lợi ích theo ý kiến của tác giả").fill("Không còn cụ nào quên lịch khám.");
  await next();
  await page.getByRole("checkbox").first().waitFor();
  await seeErrors("declaration");
  for (const box of await page.getByRole("checkbox").all()) await box.check();
  await next();
  await heading(page, "Kiểm tra lại trước khi gửi");
  await look(page, "review");
  await press(page, "Gửi hồ sơ");
  await heading(page, "Đã gửi hồ sơ");
  await look(page, "sent");
  const link = await page.locator('a[href*="/tra-cuu#"]').first().getAttribute("href");
  await page.goto(new URL(link ?? "", system.origin).href);
  await heading(page, "Sổ tay chăm sóc");
  await look(page, "dossier");
  await page.context().close();
  expect(findings).toEqual([]);
}, 120_000);

test("the annual report as a page, in each layout", async () => {
  const page = await openPage("/");
  for (const layout of ReportLayout.options) {
    const body = renderHtml(composeReport(buildReport(exampleInput({ layout })), null));
    await page.route(`**/${layout}.html`, (route) => route.fulfill({ contentType: "text/html", body }));
    await page.goto(`${system.origin}/${layout}.html`);
    await heading(page, /^BÁO CÁO/);
    await look(page, layout);
    await page.setViewportSize({ width: 360, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  }
  expect(findings).toEqual([]);
}, 60_000);

test("the staff's pages", async () => {
  const page = await openPage("/quan-tri");
  await page.getByRole("link", { name: "Đăng nhập", exact: true }).first().waitFor();
  await look(page, "sign-in");
  await page.getByRole("link", { name: "Đăng nhập", exact: true }).first().click();
  await page.getByRole("button", { name: /tiep-nhan@example.vn/ }).click();
  await page.getByRole("button", { name: "Đăng xuất" }).waitFor();
  const open = openWhole(page);
  for (const path of ["", "/ho-so", "/so-tiep-nhan", "/nhap-ho-so", "/khac"]) {
    await open(`${system.origin}/quan-tri${path}`);
    await page.locator("main h1, main h2").first().waitFor();
    await look(page, `staff ${path}`);
  }
  await page.goto(`${system.origin}/quan-tri/ho-so`);
  await page.getByRole("link", { name: "Sổ tay chăm sóc" }).click();
  await page.getByRole("button", { name: "Tiếp nhận", exact: true }).waitFor();
  await look(page, "staff dossier");
  await page.context().close();
  expect(findings).toEqual([]);
}, 120_000);
