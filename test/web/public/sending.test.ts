import type { Page } from "playwright-core";
import { expect, test, vi } from "vitest";
import { type EffortKind, freeRate } from "#core/base/effort.ts";
import { deriveSecrets } from "#core/base/ids.ts";
import { files } from "../../support/files.ts";
import { fillAuthors, fillForm } from "../../support/fill-form.ts";
import { drawIdempotencyKey } from "../../support/submissions.ts";
import { withSystem } from "../../support/system.ts";
import { waitFor } from "../../support/wait.ts";

/** A day within the demonstration's campaign, whatever day the tests are run on. */
const clock = () => "2026-11-22T05:00:00.000Z";

// Waiting is what they test, on machines that do other things too.
vi.setConfig({ testTimeout: 60_000 });

const { browser, system } = await withSystem({ clock });

/** The form on a phone. What the page asks for can be answered by the test, so the worker that keeps pages is left out. */
async function openForm(): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    locale: "vi-VN",
    serviceWorkers: "block",
  });
  context.setDefaultTimeout(40_000);
  const page = await context.newPage();
  await page.goto(`${system.origin}/gui`);
  return page;
}

const send = (page: Page) => page.getByRole("button", { name: "Gửi hồ sơ", exact: true }).click();
const sent = (page: Page) => page.getByRole("heading", { name: "Đã gửi hồ sơ" }).waitFor();

async function countNamed(title: string): Promise<number> {
  const all = await Array.fromAsync(system.store.initiatives.all());
  return all.filter((record) => record.origin === "application" && record.application.title === title).length;
}

test("the device is checked while the answers are read, visibly, off the page's own thread", async () => {
  const page = await openForm();
  const gate = Promise.withResolvers<void>();
  const asked: string[] = [];
  await page.route("**/api/challenges/*", async (route) => {
    asked.push(route.request().url());
    await gate.promise;
    await route.continue();
  });
  const worker = page.waitForEvent("worker");
  await fillForm(page, "Kiểm tra máy khi đọc lại");
  await page.getByRole("status").filter({ hasText: "Đang kiểm tra máy…" }).waitFor();
  gate.resolve();
  expect((await worker).url()).toMatch(/\/assets\/proof-worker-[\w-]+\.js$/);
  await waitFor(async () => expect(await page.getByText("Đang kiểm tra máy…").count()).toBe(0));
  await send(page);
  await sent(page);
  expect(asked).toHaveLength(1);
  // The address tells the key's hash alone: the key itself is the secret that the receipt derives from.
  const [posted] = asked.map((url) => url.split("/").at(-1) ?? "");
  expect(posted).toMatch(/^[\w-]{43}$/);
  await page.context().close();
});

test("a submission that is held back says so, waits, and is sent once by itself", async () => {
  const page = await openForm();
  const title = "Đợi đến lượt";
  let held = 0;
  await page.route("**/api/initiatives", async (route) => {
    held++;
    // First the gateway, which names no time, then the API, after the record was kept and the answer lost.
    if (held === 1)
      return route.fulfill({
        status: 429,
        contentType: "application/json",
        body: '{"message":"Too Many Requests"}',
      });
    if (held === 2) {
      await route.fetch();
      return route.fulfill({ status: 503, headers: { "retry-after": "1" }, body: "" });
    }
    return route.continue();
  });
  await fillForm(page, title);
  await send(page);
  await page.getByRole("status").filter({ hasText: "sẽ tự gửi lại" }).waitFor();
  await page.getByText(/^Gửi lại sau \d+ giây$/).waitFor();
  await sent(page);
  expect(held).toBe(3);
  expect(await countNamed(title)).toBe(1);
  await page.context().close();
});

test("a proof that has run out is made anew by itself", async () => {
  const page = await openForm();
  const title = "Để qua đêm rồi gửi";
  let refused = 0;
  const keys = new Set<string | undefined>();
  await page.route("**/api/initiatives", async (route) => {
    keys.add(route.request().headers()["idempotency-key"]);
    if (refused++ > 0) return route.continue();
    return route.fulfill({
      status: 422,
      contentType: "application/problem+json",
      body: JSON.stringify({ code: "proof.expired", errors: [] }),
    });
  });
  await fillForm(page, title);
  await send(page);
  await sent(page);
  expect(keys.size).toBe(1);
  expect(await countNamed(title)).toBe(1);
  await page.context().close();
});

test.each<[EffortKind, string, (page: Page) => Promise<void>]>([
  [
    "draft",
    "/api/drafts/",
    async (page) => {
      await fillAuthors(page);
      await page.getByLabel("Tên sáng kiến").fill("Nháp ở nơi đông người");
      await page.getByRole("button", { name: "Gửi liên kết để làm tiếp sau" }).click();
      await page.getByRole("textbox", { name: "Liên kết để làm tiếp trên máy khác" }).waitFor();
    },
  ],
  [
    "upload",
    "/api/uploads",
    async (page) => {
      await fillAuthors(page);
      await page.getByLabel("Tên sáng kiến").waitFor();
      await page.goto(`${system.origin}/gui/cam-doan`);
      const { type: mimeType, bytes } = files.pdf;
      const file = { name: "so-lieu.pdf", mimeType, buffer: Buffer.from(bytes) };
      await page.getByLabel("Chọn tệp hoặc chụp ảnh").setInputFiles(file);
      await page.getByText("Đã gửi lên và đã kiểm tra").waitFor();
    },
  ],
  [
    "accessKey",
    "/api/access-keys",
    async (page) => {
      await page.goto(`${system.origin}/tra-cuu`);
      await page.getByText("Mất khóa?").click();
      await page.locator("#lost-code").fill(deriveSecrets(drawIdempotencyKey()).id);
      await page.getByLabel("Địa chỉ thư điện tử").fill("hoa@example.vn");
      await page.getByRole("button", { name: "Xin khóa mới" }).click();
      await page.getByText("Đã ghi nhận yêu cầu").waitFor();
    },
  ],
])(
  "where much has come from this network, %s is done with a harder proof, by itself",
  async (kind, path, act) => {
    const { limits } = system.store;
    const take = limits.take.bind(limits);
    const spies = [
      vi
        .spyOn(limits, "take")
        .mockImplementation(async (what, ...rest) => (what === kind ? 600 : take(what, ...rest))),
      vi.spyOn(limits, "counted").mockImplementation(async () => freeRate[kind] * 3),
    ];
    const page = await openForm();
    const proven: boolean[] = [];
    page.on("request", (request) => {
      if (request.method() !== "GET" && new URL(request.url()).pathname.startsWith(path))
        proven.push(request.headers().altcha !== undefined);
    });
    await act(page);
    expect(proven).toEqual([false, true]);
    for (const spy of spies) spy.mockRestore();
    await page.context().close();
  },
);
