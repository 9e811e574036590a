import type { BrowserContext, Page } from "playwright-core";
import { describe, expect, test, vi } from "vitest";
import { fillForm } from "../../support/fill-form.ts";
import { withSystem } from "../../support/system.ts";

// Several browsers on a machine that is busy with the other tests.
vi.setConfig({ testTimeout: 120_000 });

const { browser, system } = await withSystem({ clock: () => "2026-11-22T05:00:00.000Z" });

const openContext = (serviceWorkers: "allow" | "block" = "block") =>
  browser.newContext({ viewport: { width: 360, height: 740 }, locale: "vi-VN", serviceWorkers });
const openForm = async (context: BrowserContext, path = "/gui") => {
  const page = await context.newPage();
  page.on("dialog", (dialog) => dialog.accept());
  await page.goto(`${system.origin}${path}`);
  return page;
};
const heading = (page: Page, name: string) => page.getByRole("heading", { name });
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const send = (page: Page) => button(page, "Gửi hồ sơ").click();
const codeOn = (page: Page) => page.locator(".receipt .code strong").innerText();

async function recordsNamed(named: string): Promise<string[]> {
  const all = await Array.fromAsync(system.store.initiatives.all());
  return all.flatMap((record) =>
    record.origin === "application" && record.application.title === named ? [record.id] : [],
  );
}

/** Browsers that store nothing, by how they refuse. */
const refusals: Record<string, () => void> = {
  "site data are blocked": () => {
    const refuse = () => {
      throw new DOMException("blocked", "SecurityError");
    };
    for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"])
      Object.defineProperty(window, name, { get: refuse });
    Object.defineProperty(window, "BroadcastChannel", {
      value: class {
        constructor() {
          refuse();
        }
      },
    });
  },
  "nothing more fits": () => {
    const refuse = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
    Storage.prototype.setItem = refuse;
    IDBObjectStore.prototype.put = refuse;
  },
  "the database does not open, as in old private windows": () => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("private", "InvalidStateError");
    };
  },
};

describe("what was accepted is shown from the answer", () => {
  test.each(Object.keys(refusals))("where %s", async (how) => {
    const context = await openContext();
    await context.addInitScript(refusals[how] as () => void);
    const page = await openForm(context);
    const title = `Không lưu được: ${how}`;
    await fillForm(page, title);
    await send(page);
    await heading(page, "Đã gửi hồ sơ").waitFor();
    const [id] = await recordsNamed(title);
    expect(await codeOn(page)).toBe(id);
    const link = await page.locator(".follow-link a").getAttribute("href");
    expect(link).toMatch(new RegExp(`^/tra-cuu#${id}\\.[\\w-]{32}$`));
    // A reload finds the dossier by what is in the address.
    await page.reload();
    await page.getByText(title).first().waitFor();
    await context.close();
  });
});

describe("one draft is one submission, whatever tabs do", () => {
  test("sent as it is from a second tab that had been told, it gives the same receipt", async () => {
    const context = await openContext();
    const one = await openForm(context);
    await fillForm(one, "Một bản nháp, hai thẻ");
    const two = await openForm(context, "/gui/kiem-tra");
    await heading(two, "Kiểm tra lại trước khi gửi").waitFor();
    await send(one);
    await heading(one, "Đã gửi hồ sơ").waitFor();
    await heading(two, "Bản nháp này đã được gửi ở thẻ khác").waitFor();
    await button(two, "Giữ bản đang gõ thành bản nháp riêng").click();
    await heading(two, "Bản nháp này đã được gửi ở thẻ khác").waitFor({ state: "detached" });
    await two.reload();
    await heading(two, "Kiểm tra lại trước khi gửi").waitFor();
    await send(two);
    await heading(two, "Đã gửi hồ sơ").waitFor();
    expect(await codeOn(two)).toBe(await codeOn(one));
    expect(await recordsNamed("Một bản nháp, hai thẻ")).toHaveLength(1);
    await context.close();
  });

  test("changed in the second tab, it is told that it was sent and opens what was", async () => {
    const context = await openContext();
    const one = await openForm(context);
    await fillForm(one, "Sửa ở thẻ hai");
    const two = await openForm(context, "/gui/noi-dung");
    await two.getByLabel("Phần cần giữ kín").fill("Sửa thêm ở thẻ hai.");
    await heading(one, "Bản nháp này vừa được sửa ở thẻ khác").waitFor();
    await button(one, "Giữ bản đang gõ thành bản nháp riêng").click();
    await send(one);
    await heading(one, "Đã gửi hồ sơ").waitFor();
    const code = await codeOn(one);
    await two.goto(`${system.origin}/gui/kiem-tra`);
    await heading(two, "Kiểm tra lại trước khi gửi").waitFor();
    await send(two);
    await button(two, "Mở hồ sơ đã gửi").click();
    await two.getByText(code).first().waitFor();
    expect(await recordsNamed("Sửa ở thẻ hai")).toHaveLength(1);
    await context.close();
  });

  test("what another tab was about to send leads to its receipt", async () => {
    const context = await openContext();
    const one = await openForm(context);
    await fillForm(one, "Xem biên nhận ở thẻ kia");
    const two = await openForm(context, "/gui/kiem-tra");
    await heading(two, "Kiểm tra lại trước khi gửi").waitFor();
    await send(one);
    await heading(one, "Đã gửi hồ sơ").waitFor();
    await two.getByRole("link", { name: "Xem giấy biên nhận" }).click();
    expect(await codeOn(two)).toBe(await codeOn(one));
    await context.close();
  });
});

test("that something waits for a network is said until it is sent, by whichever tab, and then where its receipt is", async () => {
  const context = await openContext("allow");
  const page = await openForm(context);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.reload();
  await fillForm(page, "Chờ rồi được gửi");
  await context.setOffline(true);
  await send(page);
  await heading(page, "Hồ sơ đang chờ mạng, sẽ tự gửi").waitFor();
  const home = await openForm(context, "/");
  await home.getByRole("link", { name: "Hồ sơ đang chờ mạng, sẽ tự gửi" }).waitFor();
  const form = await openForm(context, "/gui");
  await form.getByRole("link", { name: "Hồ sơ đang chờ mạng, sẽ tự gửi" }).waitFor();
  await context.setOffline(false);
  await heading(page, "Đã gửi hồ sơ").waitFor();
  for (const other of [home, form]) {
    await other.getByRole("link", { name: "Hồ sơ chờ mạng đã được gửi. Xem giấy biên nhận" }).click();
    await heading(other, "Đã gửi hồ sơ").waitFor();
    expect(await codeOn(other)).toBe(await codeOn(page));
  }
  expect(await recordsNamed("Chờ rồi được gửi")).toHaveLength(1);
  await context.close();
});

test("the answers read before sending are what is sent, each in its own direction of writing", async () => {
  const context = await openContext();
  const page = await openForm(context);
  await fillForm(page, "  Đường\u200B hoa   محمد علي ", { name: "محمد علي" });
  const shown = await page.locator(".answers dd:not(.change)").allInnerTexts();
  expect(await page.locator(".answers bdi", { hasText: /^محمد علي$/ }).count()).toBe(1);
  const posted = page.waitForRequest((request) => request.url().endsWith("/api/initiatives"));
  await send(page);
  const { application } = (await posted).postDataJSON();
  const [author] = application.authors;
  expect(shown[0]?.split("\n")).toEqual([author.fullName, "08/03/1984", author.workplace]);
  expect(application.title).toBe("Đường hoa محمد علي");
  for (const text of [application.title, application.contact.phone]) expect(shown).toContain(text);
  await heading(page, "Đã gửi hồ sơ").waitFor();
  await context.close();
});
