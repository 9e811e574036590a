import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { describe, expect, it, vi } from "vitest";
import type { DraftView } from "#core/initiatives/draft.ts";
import type { Initiative } from "#core/initiatives/initiative.ts";
import { openProfile } from "../../support/chromium.ts";
import { authorFields, fillAuthors, fillForm } from "../../support/fill-form.ts";
import { withSystem } from "../../support/system.ts";
import { waitFor } from "../../support/wait.ts";

/** A day within the demonstration's campaign, whatever day the tests are run on. */
const clock = () => "2026-11-22T05:00:00.000Z";

// Several browsers on a machine that is busy with the other tests.
vi.setConfig({ testTimeout: 120_000 });

const { browser, system } = await withSystem({ clock });

/** A browser of one person's own, on a phone. */
const openContext = async (options: BrowserContextOptions = {}) => {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    locale: "vi-VN",
    ...options,
  });
  // More than the page's own patience with a network that is dead without saying so.
  context.setDefaultTimeout(40_000);
  return context;
};
const openForm = async (context: BrowserContext, path = "/gui") => {
  const page = await context.newPage();
  page.on("dialog", (dialog) => dialog.accept());
  await page.goto(`${system.origin}${path}`);
  return page;
};

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const next = (page: Page) => button(page, "Lưu và tiếp tục").click();
const heading = (page: Page, name: string) => page.getByRole("heading", { name });
const title = (page: Page) => page.getByLabel("Tên sáng kiến");

/** Once the page that says a submission waits has come: without a network, and without a service worker, it could not come any more. */
const waitingPageFetched = (page: Page) =>
  page.waitForFunction(() =>
    performance.getEntriesByType("resource").some(({ name }) => name.includes("/waiting-page")),
  );

/** What the device keeps of its drafts, as any page of ours could read it. */
const readKept = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const opening = indexedDB.open("doan-ket-sang-tao");
        opening.onsuccess = () => {
          const all = opening.result.transaction("drafts").objectStore("drafts").getAll();
          all.onsuccess = () => {
            opening.result.close();
            resolve(JSON.stringify(all.result));
          };
        };
      }),
  );
const waitUntilKept = (page: Page, text: string) =>
  waitFor(async () => expect(await readKept(page)).toContain(JSON.stringify(text).slice(1, -1)));

async function recordsNamed(named: string): Promise<Initiative[]> {
  const all = await Array.fromAsync(system.store.initiatives.all());
  return all.filter((record) => record.origin === "application" && record.application.title === named);
}

/** The pages are kept for a time without a network. */
const waitForWorker = (page: Page) =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller)
      await new Promise((resolve) =>
        navigator.serviceWorker.addEventListener("controllerchange", resolve, { once: true }),
      );
  });

/** Answers submissions in the API's place. */
const answerWith = (page: Page, status: number, problem: object) =>
  page.route("**/api/initiatives", (route) =>
    route.fulfill({
      status,
      contentType: "application/problem+json",
      body: JSON.stringify({ status, title: "", requestId: "", errors: [], ...problem }),
    }),
  );

describe("what is typed", () => {
  it("is there again, every word, after the browser was killed in the middle of a form", async () => {
    const folder = mkdtempSync(join(tmpdir(), "doan-ket-sang-tao-profile-"));
    try {
      const first = await openProfile(folder);
      const page = await openForm(first.context);
      await fillAuthors(page);
      await title(page).pressSequentially("Sổ tay số hóa chăm sóc người cao tu");
      await waitUntilKept(page, "Sổ tay số hóa chăm sóc người cao tu");
      await first.kill();

      const second = await openProfile(folder);
      second.context.setDefaultTimeout(40_000);
      const again = await openForm(second.context);
      await heading(again, "Ai là tác giả?").waitFor();
      for (const [label, value] of Object.entries(authorFields))
        expect(await again.getByLabel(label).inputValue()).toBe(value);
      await next(again);
      expect(await title(again).inputValue()).toBe("Sổ tay số hóa chăm sóc người cao tu");
      await second.context.close();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it("stays through Back, reload, another language and the home page, at the step of the last input", async () => {
    const context = await openContext();
    const answer = (await (await fetch(`${system.origin}/api/campaigns/open`)).json()) as {
      campaigns: { units: { id: string; name: string }[] }[];
    };
    for (const { units } of answer.campaigns)
      units.push(
        { ...units[0], id: "xa-khac", name: "Xã Suối Mơ" },
        { ...units[0], id: "xa-nua", name: "Xã Suối Cát" },
      );
    const page = await context.newPage();
    await page.route("**/api/campaigns/open", (route) => route.fulfill({ json: answer }));
    await page.goto(`${system.origin}/gui`);
    await fillAuthors(page);
    await title(page).fill("Tủ sách");
    await page.getByRole("combobox", { name: "Nơi tiếp nhận" }).pressSequentially("suoi ");
    await waitUntilKept(page, "suoi ");
    await page.goBack();
    await heading(page, "Ai là tác giả?").waitFor();
    expect(await page.getByLabel("Họ và tên").inputValue()).toBe(authorFields["Họ và tên"]);
    await page.goForward();
    await heading(page, "Sáng kiến của ông/bà là gì?").waitFor();
    await button(page, "English").click();
    await page.getByLabel("Title").first().waitFor();
    await button(page, "Tiếng Việt").click();
    expect(await title(page).inputValue()).toBe("Tủ sách");
    expect(await page.getByRole("combobox", { name: "Nơi tiếp nhận" }).inputValue()).toBe("suoi ");
    await page.goto(system.origin);
    await page.getByRole("link", { name: "Viết tiếp hồ sơ đang làm" }).click();
    await heading(page, "Sáng kiến của ông/bà là gì?").waitFor();
    expect(new URL(page.url()).hash).toBe("");
    expect(await title(page).inputValue()).toBe("Tủ sách");
    await context.close();
  });

  it("is still there after a submission was refused, and the fault is at its field", async () => {
    const context = await openContext();
    const page = await openForm(context);
    await fillForm(page, "Bị từ chối lần đầu");
    await answerWith(page, 422, {
      code: "application.invalid",
      errors: [{ pointer: "/campaign", code: "campaign.closed" }],
    });
    await button(page, "Gửi hồ sơ").click();
    await page.getByText("Đợt phát động này không còn nhận hồ sơ").first().waitFor();
    await page.reload();
    await heading(page, "Kiểm tra lại trước khi gửi").waitFor();
    await page.getByText("Mỗi cụ có một trang sổ. Bị từ chối lần đầu").waitFor();
    await page.unroute("**/api/initiatives");
    await button(page, "Gửi hồ sơ").click();
    await heading(page, "Đã gửi hồ sơ").waitFor();
    expect(await recordsNamed("Bị từ chối lần đầu")).toHaveLength(1);
    await context.close();
  });

  it("is kept as NFC text and shown as text, whatever it is", async () => {
    const context = await openContext();
    const page = await openForm(context);
    const decomposed = "Sáng kiến".normalize("NFD");
    const odd = `${decomposed} 🌾👩🏽‍🌾 <img src=x onerror=alert(1)> =HYPERLINK("http://x") {{7*7}} ${"x".repeat(120)}`;
    await fillForm(page, odd, { name: `=cmd|' /C calc'!A0 <b>${"Ngọc".normalize("NFD")}</b> 🎋` });
    expect(await page.locator("img[src=x], b >> text=Ngọc").count()).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await button(page, "Gửi hồ sơ").click();
    await heading(page, "Đã gửi hồ sơ").waitFor();
    await page.getByText(odd.normalize("NFC")).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    const [record] = await recordsNamed(odd.normalize("NFC"));
    if (record?.origin !== "application") throw new Error("not kept");
    expect(record.application.authors[0]?.fullName).toBe("=cmd|' /C calc'!A0 <b>Ngọc</b> 🎋");
    expect(record.application.substance).toContain(odd.normalize("NFC"));
    await context.close();
  });
});

describe("several drafts", () => {
  it("lie side by side; opening or deleting one leaves the others", async () => {
    const context = await openContext();
    const page = await openForm(context);
    const names = ["Trần Thị Một", "Lê Văn Hai"];
    for (const name of names) {
      await page.getByLabel("Họ và tên").fill(name);
      await waitUntilKept(page, name);
      await button(page, "Bản nháp khác").click();
      await button(page, "Bắt đầu bản nháp mới").first().click();
      await waitFor(async () => expect(await page.getByLabel("Họ và tên").inputValue()).toBe(""));
    }
    await page.goto(system.origin);
    await page.getByRole("link", { name: "Viết tiếp hồ sơ đang làm" }).click();
    await page.getByRole("region", { name: "Bản nháp trên máy này" }).waitFor();
    await button(page, "Mở bản nháp “Trần Thị Một”").click();
    await waitFor(async () => expect(await page.getByLabel("Họ và tên").inputValue()).toBe("Trần Thị Một"));
    await page.reload();
    await waitFor(async () => expect(await page.getByLabel("Họ và tên").inputValue()).toBe("Trần Thị Một"));
    await button(page, "Xóa bản nháp “Lê Văn Hai” khỏi máy này").click();
    await waitFor(async () => expect(await readKept(page)).not.toContain("Lê Văn Hai"));
    expect(await readKept(page)).toContain("Trần Thị Một");
    expect(await page.getByLabel("Họ và tên").inputValue()).toBe("Trần Thị Một");
    await context.close();
  });

  it("two tabs on the same one overwrite nothing of each other", async () => {
    const context = await openContext();
    const one = await openForm(context);
    await one.getByLabel("Họ và tên").fill("Chung");
    await waitUntilKept(one, "Chung");
    const two = await openForm(context);
    await waitFor(async () => expect(await two.getByLabel("Họ và tên").inputValue()).toBe("Chung"));
    await two.getByLabel("Họ và tên").fill("Chung, thẻ hai");
    await heading(one, "Bản nháp này vừa được sửa ở thẻ khác").waitFor();
    // Typing on all the same goes into a draft of its own at once.
    await one.getByLabel("Họ và tên").fill("Chung, thẻ một");
    await waitUntilKept(one, "Chung, thẻ một");
    expect(await readKept(one)).toContain("Chung, thẻ hai");
    await button(one, "Xem bản mới nhất").click();
    await waitFor(async () => expect(await one.getByLabel("Họ và tên").inputValue()).toBe("Chung, thẻ hai"));
    await button(one, "Mở bản nháp “Chung, thẻ một”").waitFor();

    await one.getByLabel("Họ và tên").fill("Chung, lần nữa");
    await heading(two, "Bản nháp này vừa được sửa ở thẻ khác").waitFor();
    await button(two, "Giữ bản đang gõ thành bản nháp riêng").click();
    await heading(two, "Bản nháp này vừa được sửa ở thẻ khác").waitFor({ state: "detached" });
    await two.getByLabel("Số điện thoại").fill("0911");
    await waitFor(async () => {
      const kept = JSON.parse(await readKept(two)) as {
        key: string;
        form: { authors: { fullName: string }[] };
      }[];
      expect(kept.map(({ form }) => form.authors[0]?.fullName).sort()).toEqual([
        "Chung, lần nữa",
        "Chung, thẻ hai",
        "Chung, thẻ một",
      ]);
      // What began as one draft is sent under one key, whichever of them is sent.
      expect(new Set(kept.map(({ key }) => key)).size).toBe(1);
    });
    await context.close();
  });

  it("what was sent in one tab is said in the other, which keeps what it has", async () => {
    const context = await openContext();
    const one = await openForm(context);
    await fillForm(one, "Gửi ở thẻ kia");
    const two = await openForm(context, "/gui/noi-dung");
    await two.getByLabel("Nội dung của sáng kiến").waitFor();
    await button(one, "Gửi hồ sơ").click();
    await heading(one, "Đã gửi hồ sơ").waitFor();
    await heading(two, "Bản nháp này đã được gửi ở thẻ khác").waitFor();
    await button(two, "Giữ bản đang gõ thành bản nháp riêng").click();
    await waitUntilKept(two, "Gửi ở thẻ kia");
    await two.reload();
    await waitFor(async () =>
      expect(await two.getByLabel("Nội dung của sáng kiến").inputValue()).toContain("Gửi ở thẻ kia"),
    );
    expect(await recordsNamed("Gửi ở thẻ kia")).toHaveLength(1);
    await context.close();
  });
});

describe("a link to continue later", () => {
  it("opens the draft in another browser, and the server holds not a word of it", async () => {
    const here = await openContext();
    const page = await openForm(here);
    await fillAuthors(page);
    await title(page).fill("Bí mật trong liên kết");
    await button(page, "Gửi liên kết để làm tiếp sau").click();
    const link = await page.getByRole("textbox", { name: "Liên kết để làm tiếp trên máy khác" }).inputValue();
    expect(link).toMatch(/\/gui\/tiep-tuc#[\w-]{22}\.[\w-]{43}$/);
    const [id = "", key = ""] = (link.split("#")[1] ?? "").split(".");
    const kept = await system.store.drafts.get(id);
    const stored = JSON.stringify(kept);
    const plain = Buffer.from(kept?.ciphertext ?? "", "base64").toString("latin1");
    for (const secret of [key, "Bí mật", "Minh Hoạ", "0912"]) {
      expect(stored).not.toContain(secret);
      expect(plain).not.toContain(Buffer.from(secret).toString("latin1"));
    }

    const there = await openContext();
    const other = await openForm(there, `/gui/tiep-tuc#${id}.${key}`);
    await heading(other, "Ai là tác giả?").waitFor();
    expect(await other.getByLabel("Họ và tên").inputValue()).toBe(authorFields["Họ và tên"]);
    expect(other.url()).toBe(`${system.origin}/gui`);
    await next(other);
    expect(await title(other).inputValue()).toBe("Bí mật trong liên kết");

    // Each goes on; neither copy overwrites the other behind the link.
    await title(other).fill("Sửa ở máy kia");
    await button(other, "Gửi liên kết để làm tiếp sau").click();
    const box = other.getByRole("textbox", { name: "Liên kết để làm tiếp trên máy khác" });
    expect(await box.inputValue()).toBe(link);
    await title(page).fill("Sửa ở máy này");
    await button(page, "Đưa bản mới nhất vào liên kết").click();
    await waitFor(async () =>
      expect(
        await page.getByRole("textbox", { name: "Liên kết để làm tiếp trên máy khác" }).inputValue(),
      ).not.toBe(link),
    );
    const view = (await (await fetch(`${system.origin}/api/drafts/${id}`)).json()) as DraftView;
    expect(view.version).toBe(2);
    await here.close();
    await there.close();
  });

  it("that is expired, unknown or cut short says so", async () => {
    const context = await openContext();
    const page = await openForm(context, `/gui/tiep-tuc#${"a".repeat(22)}.${"b".repeat(43)}`);
    await heading(page, "Không mở được bản nháp").waitFor();
    await page.getByText("đã quá 60 ngày, đã bị xóa, hoặc chép thiếu").waitFor();
    await context.close();
    const second = await openContext();
    const cut = await openForm(second, "/gui/tiep-tuc#abc");
    await heading(cut, "Không mở được bản nháp").waitFor();
    await second.close();
  });
});

describe("without a network", () => {
  it("the form opens, a submission waits, and is one record when there is a network again", async () => {
    const context = await openContext();
    const page = await openForm(context);
    await waitForWorker(page);
    await context.setOffline(true);
    await page.reload();
    await fillForm(page, "Gửi khi mất mạng");
    await button(page, "Gửi hồ sơ").click();
    await heading(page, "Hồ sơ đang chờ mạng, sẽ tự gửi").waitFor();
    await page.reload();
    await heading(page, "Hồ sơ đang chờ mạng, sẽ tự gửi").waitFor();
    expect(await recordsNamed("Gửi khi mất mạng")).toHaveLength(0);
    // A second tab sends as well: the key makes it one.
    const second = await openForm(context, "/gui/cho-mang");
    await heading(second, "Hồ sơ đang chờ mạng, sẽ tự gửi").waitFor();
    await context.setOffline(false);
    await heading(page, "Đã gửi hồ sơ").waitFor();
    await heading(second, "Đã gửi hồ sơ").waitFor();
    await page.getByText("Gửi khi mất mạng").first().waitFor();
    const records = await recordsNamed("Gửi khi mất mạng");
    expect(records).toHaveLength(1);
    expect(await page.locator("main").innerText()).toContain(records[0]?.id);
    expect(JSON.parse(await readKept(page))).toEqual([]);
    await context.close();
  });

  it("a submission is tried again by itself where the network had come back a moment too early", async () => {
    const context = await openContext({ serviceWorkers: "block" });
    const page = await openForm(context);
    await fillForm(page, "Mạng về rồi lại mất");
    await waitingPageFetched(page);
    await context.setOffline(true);
    await button(page, "Gửi hồ sơ").click();
    await heading(page, "Hồ sơ đang chờ mạng, sẽ tự gửi").waitFor();
    let failing = 2;
    await page.route("**/api/initiatives", (route) => (failing-- > 0 ? route.abort() : route.fallback()));
    await context.setOffline(false);
    await heading(page, "Đã gửi hồ sơ").waitFor();
    expect(await recordsNamed("Mạng về rồi lại mất")).toHaveLength(1);
    await context.close();
  });

  it("a submission that waited and was refused comes back to the form with its fault", async () => {
    // As in a browser that lets no page keep itself: what is needed was fetched before.
    const context = await openContext({ serviceWorkers: "block" });
    const page = await openForm(context);
    await fillForm(page, "Chờ rồi bị từ chối");
    await waitingPageFetched(page);
    await context.setOffline(true);
    await button(page, "Gửi hồ sơ").click();
    await heading(page, "Hồ sơ đang chờ mạng, sẽ tự gửi").waitFor();
    await answerWith(page, 422, {
      code: "application.invalid",
      errors: [{ pointer: "/application/title", code: "title.required" }],
    });
    await context.setOffline(false);
    await heading(page, "Hồ sơ chờ mạng đã tới nơi nhưng chưa được nhận").waitFor();
    await heading(page, "Sáng kiến của ông/bà là gì?").waitFor();
    expect(await title(page).inputValue()).toBe("Chờ rồi bị từ chối");
    expect(await title(page).getAttribute("aria-invalid")).toBe("true");
    await context.close();
  });
});
