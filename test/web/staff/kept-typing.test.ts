import type { BrowserContext, Page } from "playwright-core";
import { beforeEach, expect, test } from "vitest";
import { hashSecret } from "#core/base/canonical.ts";
import { buildInitiative } from "../../support/submissions.ts";
import { withSystem } from "../../support/system.ts";

const reviewer = "tiep-nhan@example.vn";
const reason = "Thiếu số liệu về số hộ áp dụng; đề nghị bổ sung trước ngày 10/12.";

let context: BrowserContext;
let page: Page;
let id: string;
const { browser, system } = await withSystem({ clock: () => "2026-11-22T05:00:00.000Z" });

beforeEach(async () => {
  const initiative = buildInitiative({});
  id = initiative.id;
  await system.store.initiatives.create({
    ...initiative,
    unit: "xa-dien-khanh",
    path: ["xa-dien-khanh", "khanh-hoa"],
    campaign: "khanh-hoa-2026",
    year: 2026,
  });
  context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: "vi-VN",
    serviceWorkers: "block",
  });
  context.setDefaultTimeout(40_000);
  page = await context.newPage();
  await signIn(page, reviewer);
  await beginReturn();
  return () => context.close();
});

async function signIn(at: Page, email: string) {
  await at.goto(`${system.origin}/api/session/sign-in?to=${encodeURIComponent(`/quan-tri/ho-so/${id}`)}`);
  await at.getByRole("button", { name: email }).click();
}

/** Opens the dialog that returns the dossier, where the reason is asked for. */
async function beginReturn() {
  await page.getByRole("button", { name: "Trả lại để bổ sung", exact: true }).click();
  return page.getByRole("dialog").getByLabel("Lý do");
}

/** Ends the session where it is kept, as an administrator or time would: the page does not know. */
async function endSessionOnServer() {
  const cookie = (await context.cookies()).find(({ name }) => name === "__Host-session");
  await system.store.staff.endSession(hashSecret(cookie?.value ?? ""));
}

const returned = async () => {
  const record = await system.store.initiatives.getWithHistory(id);
  return record?.events.filter(({ event }) => event.move === "return").length;
};

test("a session that ends while a reason is typed: signed in again beside it, the move is made once", async () => {
  await page.getByRole("dialog").getByLabel("Lý do").fill(reason);
  await endSessionOnServer();
  await page.getByRole("dialog").getByRole("button", { name: "Trả lại hồ sơ" }).click();
  await page.getByRole("heading", { name: "Phiên làm việc đã hết" }).waitFor();
  expect(await returned()).toBe(0);
  const [beside] = await Promise.all([
    context.waitForEvent("page"),
    page.getByRole("link", { name: "Đăng nhập lại ở thẻ mới" }).click(),
  ]);
  // The provider asks again, whomever it knows still.
  await beside.getByRole("button", { name: reviewer }).click();
  await beside.waitForURL(/quan-tri/);
  await page.bringToFront();
  const check = page.getByRole("button", { name: "Tôi đã đăng nhập, làm tiếp" });
  if (await check.isVisible()) await check.click();
  await page.getByText(`Hồ sơ ${id} nay ở trạng thái`).waitFor();
  expect(await returned()).toBe(1);
});

test("through a reload and a sign-in in between, the reason stands where it was typed, until it is sent", async () => {
  await page.getByRole("dialog").getByLabel("Lý do").fill(reason);
  await endSessionOnServer();
  await page.reload();
  await page.getByRole("link", { name: "Đăng nhập", exact: true }).last().click();
  await page.getByRole("button", { name: reviewer }).click();
  expect(await (await beginReturn()).inputValue()).toBe(reason);
  await page.getByRole("dialog").getByRole("button", { name: "Trả lại hồ sơ" }).click();
  await page.getByText(`Hồ sơ ${id} nay ở trạng thái`).waitFor();
  expect(await returned()).toBe(1);
  expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain("Thiếu số liệu");
});

const forms: { what: string; path: string; open: string | null; label: string }[] = [
  {
    what: "a campaign",
    path: "/quan-tri/dot-phat-dong/khanh-hoa-2026",
    open: null,
    label: "Tên đợt",
  },
  {
    what: "a declared figure",
    path: "/quan-tri/so-lieu?unit=xa-dien-khanh",
    open: "Khai báo số liệu",
    label: "Ghi chú",
  },
  { what: "an invitation", path: "/quan-tri/nhan-su", open: "Mời người mới", label: "Họ và tên" },
];

test.each(forms)("what is typed of $what is there after a reload", async ({ path, open, label }) => {
  await context.clearCookies();
  await signIn(page, "quan-tri@example.vn");
  await page.goto(`${system.origin}${path}`);
  const field = async () => {
    if (open) await page.getByRole("button", { name: open, exact: true }).click();
    return page.getByLabel(label, { exact: true }).last();
  };
  await (await field()).fill("đang nhập dở");
  await page.reload();
  expect(await (await field()).inputValue()).toBe("đang nhập dở");
});

const unread = [
  {
    what: "a declared figure",
    path: "/quan-tri/so-lieu?unit=xa-dien-khanh",
    open: "Khai báo số liệu",
    label: "Số khai báo",
    typed: "hơn 100",
  },
  {
    what: "a campaign",
    path: "/quan-tri/dot-phat-dong/khanh-hoa-2026",
    open: null,
    label: "Ra quyết định",
    typed: "1.9",
  },
];

test.each(unread)("a number of $what that is not read yet is there after a reload", async (row) => {
  await context.clearCookies();
  await signIn(page, "quan-tri@example.vn");
  await page.goto(`${system.origin}${row.path}`);
  const field = async () => {
    if (row.open) await page.getByRole("button", { name: row.open, exact: true }).click();
    return page.getByLabel(row.label, { exact: true }).last();
  };
  await (await field()).fill(row.typed);
  await page.reload();
  const again = await field();
  expect(await again.inputValue()).toBe(row.typed);
  // Once it is read, nothing of it is kept.
  await again.fill("3");
  await page.reload();
  expect(await (await field()).inputValue()).toBe("3");
});

test("whoever signs in next at the same tab finds nothing of it", async () => {
  await page.getByRole("dialog").getByLabel("Lý do").fill(reason);
  expect(await page.evaluate(() => JSON.stringify(sessionStorage))).toContain("Thiếu số liệu");
  await endSessionOnServer();
  await context.clearCookies();
  await signIn(page, "thu-ky@example.vn");
  await page.getByRole("button", { name: "Đăng xuất" }).waitFor();
  expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain("Thiếu số liệu");
});
