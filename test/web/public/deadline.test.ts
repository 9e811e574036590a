import type { BrowserContext, Page } from "playwright-core";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { fillForm } from "../../support/fill-form.ts";
import { withSystem } from "../../support/system.ts";

// Several browsers on a machine that is busy with the other tests.
vi.setConfig({ testTimeout: 120_000 });

/** Instants around the campaign's last day, 31 December 2026, which the test moves the server's clock to. */
const before = "2026-12-31T16:58:00.000Z";
const inGrace = "2027-01-01T03:00:00.000Z";
const after = "2027-01-02T03:00:00.000Z";

let now = before;
const { browser, system } = await withSystem({ clock: () => now });
beforeAll(async () => {
  const [campaign] = await system.store.directory.campaigns();
  if (!campaign) throw new Error("the example has no campaign");
  await system.store.directory.putCampaign({ ...campaign, closesOn: "2026-12-31", graceHours: 24 });
  await system.store.directory.putCampaign({
    ...campaign,
    id: "dot-sau",
    year: 2027,
    name: "Đợt phát động năm 2027",
    opensOn: "2027-01-15",
    closesOn: "2027-12-31",
  });
}, 120_000);
beforeEach(() => {
  now = before;
});

const openContext = (serviceWorkers: "allow" | "block" = "block") =>
  browser.newContext({
    viewport: { width: 360, height: 740 },
    locale: "vi-VN",
    serviceWorkers,
    permissions: ["clipboard-read", "clipboard-write"],
  });
const openForm = async (context: BrowserContext, path = "/gui") => {
  const page = await context.newPage();
  page.on("dialog", (dialog) => dialog.accept());
  await page.goto(`${system.origin}${path}`);
  return page;
};
const heading = (page: Page, name: string) => page.getByRole("heading", { name });
const send = (page: Page) => page.getByRole("button", { name: "Gửi hồ sơ", exact: true }).click();
const next = (page: Page) => page.getByRole("button", { name: "Lưu và tiếp tục", exact: true }).click();

/** The browser keeps an answer for a minute, through which the server's clock has leapt here. */
const forgetAnswers = async (page: Page) =>
  (await page.context().newCDPSession(page)).send("Network.clearBrowserCache");

async function recordNamed(title: string) {
  for await (const record of system.store.initiatives.all())
    if (record.origin === "application" && record.application.title === title) return record;
  return null;
}

/** Sets a device's clock off by so many days; it runs on. */
const setClockOff = (context: BrowserContext, days: number) =>
  context.addInitScript((shift) => {
    const Real = Date;
    const later = () => Real.now() + shift;
    const Shifted = function (this: unknown, ...given: unknown[]) {
      if (!new.target) return new Real(later()).toString();
      return given.length === 0 ? new Real(later()) : new Real(...(given as [number]));
    };
    Object.assign(Shifted, { now: later, parse: Real.parse, UTC: Real.UTC });
    Shifted.prototype = Real.prototype;
    window.Date = Shifted as unknown as DateConstructor;
  }, days * 86_400_000);

describe("the day is the server's", () => {
  test.each([-800, -365, 365])("a device %i days off sends what was applied yesterday", async (days) => {
    const context = await openContext();
    await setClockOff(context, days);
    const page = await openForm(context);
    const title = `Máy lệch ${days} ngày`;
    await fillForm(page, title);
    await page.goto(`${system.origin}/gui/sang-kien`);
    await page.getByLabel("Ngày áp dụng lần đầu").fill("30/12/2026");
    await next(page);
    await heading(page, "Sáng kiến được làm như thế nào?").waitFor();
    await page.goto(`${system.origin}/gui/kiem-tra`);
    await send(page);
    await heading(page, "Đã gửi hồ sơ").waitFor();
    expect((await recordNamed(title))?.application.firstUsedOn).toBe("2026-12-30");
    await context.close();
  });

  test("a day that has not come at the server is refused, whatever the device says", async () => {
    const context = await openContext();
    await setClockOff(context, 365);
    const page = await openForm(context);
    await fillForm(page, "Ngày chưa tới");
    await page.goto(`${system.origin}/gui/sang-kien`);
    await page.getByLabel("Ngày áp dụng lần đầu").fill("15/06/2027");
    await next(page);
    await page.getByText("chưa tới").first().waitFor();
    await context.close();
  });
});

describe("a form that is open when the last day ends", () => {
  test("is accepted within the hours of grace, says so before, and is marked late", async () => {
    const context = await openContext();
    const page = await openForm(context);
    await fillForm(page, "Quá hạn khi đang gõ");
    now = inGrace;
    await send(page);
    await heading(page, "Đã gửi hồ sơ").waitFor();
    await page.getByText("Nhận sau hạn, trong giờ gia hạn.").waitFor();
    expect(await recordNamed("Quá hạn khi đang gõ")).toMatchObject({ late: true, year: 2026 });

    await forgetAnswers(page);
    const another = await openForm(context);
    await another.getByText("Đã quá hạn (hết ngày 31/12/2026)").waitFor();
    await another.getByText("02/01/2027 00:00").waitFor();
    await context.close();
  });

  test("is told plainly after them that it has closed and which campaign comes next, and keeps its text", async () => {
    const context = await openContext();
    const page = await openForm(context);
    await fillForm(page, "Quá cả giờ gia hạn");
    now = after;
    await send(page);
    await page.getByText("Đợt phát động này không còn nhận hồ sơ").waitFor();
    await page.getByText("Đợt tiếp theo: Đợt phát động năm 2027, nhận hồ sơ từ ngày 15/01/2027.").waitFor();
    expect(await page.getByText("Hãy chọn đợt").count()).toBe(0);

    await page.getByRole("link", { name: "Xem, chép hoặc in những gì đã nhập" }).click();
    await heading(page, "Những gì đã nhập").waitFor();
    await page.getByText("Mỗi cụ có một trang sổ. Quá cả giờ gia hạn").waitFor();
    await page.getByRole("button", { name: "Chép tất cả" }).click();
    await page.getByText("Đã chép.").waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    for (const text of ["Quá cả giờ gia hạn", "0912 345 678", "08/03/1984"]) expect(copied).toContain(text);

    await forgetAnswers(page);
    await page.goto(`${system.origin}/gui`);
    await heading(page, "đã đóng").waitFor();
    await page.getByText("nhận hồ sơ từ ngày 15/01/2027").waitFor();
    await page.getByRole("link", { name: "Xem, chép hoặc in những gì đã nhập" }).click();
    await page.getByText("Mỗi cụ có một trang sổ. Quá cả giờ gia hạn").waitFor();
    await page.goto(system.origin);
    await page.getByText("Đợt phát động năm 2027: nhận hồ sơ từ ngày 15/01/2027.").waitFor();
    await context.close();
  });
});

describe("what waits for a network when the last day ends", () => {
  const waitOffline = async (title: string) => {
    const context = await openContext("allow");
    const page = await openForm(context);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.reload();
    await fillForm(page, title);
    await context.setOffline(true);
    await send(page);
    await heading(page, "Hồ sơ đang chờ mạng, sẽ tự gửi").waitFor();
    return { context, page };
  };

  test("is accepted within the hours of grace", async () => {
    const { context, page } = await waitOffline("Chờ mạng qua hạn");
    now = inGrace;
    await context.setOffline(false);
    await heading(page, "Đã gửi hồ sơ").waitFor();
    expect(await recordNamed("Chờ mạng qua hạn")).toMatchObject({ late: true });
    await context.close();
  });

  test("can be read, copied and printed when it was refused after them", async () => {
    const { context, page } = await waitOffline("Chờ mạng quá lâu");
    await page.getByRole("link", { name: "Xem, chép hoặc in những gì đã nhập" }).waitFor();
    now = after;
    await context.setOffline(false);
    await page.getByText("không còn nhận hồ sơ").or(page.getByText("đã hết giờ gia hạn")).first().waitFor();
    await page.getByRole("link", { name: "Xem, chép hoặc in những gì đã nhập" }).click();
    await page.getByText("Mỗi cụ có một trang sổ. Chờ mạng quá lâu").waitFor();
    expect(await recordNamed("Chờ mạng quá lâu")).toBeNull();
    await context.close();
  });
});
