import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { findFaults, openDeskContext, signInAt } from "../../support/desk.ts";
import { readMail } from "../../support/mail.ts";
import { withSystem } from "../../support/system.ts";

const administrator = "quan-tri@example.vn";
const invited = "suong.ngo@example.vn";

let page: Page;
const { browser, system } = await withSystem();
beforeAll(async () => {
  page = await (await openContext()).newPage();
  await signIn(page, administrator);
  await page.getByRole("link", { name: "Nhân sự", exact: true }).click();
  await page.getByRole("link", { name: "Nguyễn Văn" }).or(page.locator("tbody th a")).first().waitFor();
}, 120_000);

const openContext = () => openDeskContext(browser, 8_000);
const signIn = (at: Page, email: string) => signInAt(at, `${system.origin}/quan-tri`, email);

test("a reviewer is invited, gets the letter, follows it, signs in and sees the inbox", async () => {
  expect(await findFaults(page)).toEqual([]);
  await page.getByRole("button", { name: "Mời người mới" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Gửi thư mời" }).click();
  await dialog.getByText("Hãy nhập họ và tên.").first().waitFor();
  expect(await findFaults(page)).toEqual([]);
  await dialog.getByLabel("Họ và tên").fill("Ngô Thị Sương");
  await dialog.getByLabel("Thư điện tử").fill(invited);
  await dialog.getByLabel("Gõ để tìm đơn vị").fill("xa dien khanh");
  expect(await dialog.getByLabel("Đơn vị", { exact: true }).inputValue()).toBe("xa-dien-khanh");
  await dialog.getByRole("button", { name: "Gửi thư mời" }).click();
  await page.getByText("Đã mời Ngô Thị Sương.").waitFor();
  await page.getByRole("link", { name: "Ngô Thị Sương" }).waitFor();

  await expect.poll(() => readMail(system.mailViewer, invited), { timeout: 40_000 }).toHaveLength(1);
  const [letter] = await readMail(system.mailViewer, invited);
  const link = /^http\S+\/quan-tri$/m.exec(letter?.body.text ?? "")?.[0] ?? "";
  const other = await (await openContext()).newPage();
  await other.goto(link);
  await other.getByRole("link", { name: "Đăng nhập", exact: true }).last().click();
  await other.getByLabel("Thư điện tử").fill(invited);
  await other.getByRole("button", { name: "Đăng nhập", exact: true }).click();
  await other.getByRole("link", { name: "Hộp hồ sơ" }).click();
  await other.getByRole("heading", { name: "Hộp hồ sơ" }).waitFor();

  // Closed, the account is out at once, in a session that was open; it may not come in, and says why.
  await page.getByRole("link", { name: "Ngô Thị Sương" }).click();
  await page.getByText("Lịch sử đăng nhập").waitFor();
  await page.getByRole("button", { name: "Khóa tài khoản" }).click();
  await page.getByRole("dialog").getByLabel("Lý do").fill("Chuyển công tác");
  expect(await findFaults(page)).toEqual([]);
  await page.getByRole("dialog").getByRole("button", { name: "Khóa tài khoản" }).click();
  await page.getByText("Đã khóa tài khoản của Ngô Thị Sương.").waitFor();
  await other.reload();
  await other.getByRole("link", { name: "Đăng nhập", exact: true }).last().click();
  // Asked again who they are, though the provider knows them still.
  await other.getByLabel("Thư điện tử").fill(invited);
  await other.getByRole("button", { name: "Đăng nhập", exact: true }).click();
  await other.getByText("Tài khoản này đã bị khóa.").waitFor();
  await page.reload();
  await page.getByText("Bị từ chối: tài khoản đã khóa").waitFor();
  expect(await findFaults(page)).toEqual([]);
}, 60_000);

test("roles that two people change: what was typed stays, what stands now is said, and saving again does it", async () => {
  await page.goto(`${system.origin}/quan-tri/nhan-su?q=tiep-nhan`);
  await page.locator("tbody th a").first().click();
  const name = page.getByLabel("Họ và tên");
  const before = await name.inputValue();
  await name.fill(`${before} (mới)`);
  const reviewer = await system.store.staff.byEmail("tiep-nhan@example.vn");
  if (!reviewer) throw new Error("no reviewer in the example");
  const at = new Date().toISOString();
  await system.store.staff.save({
    before: reviewer,
    after: { ...reviewer, version: 2 },
    entry: { n: 2, at, by: reviewer, did: "change", grants: reviewer.grants, reason: null, other: null },
    invitation: null,
  });
  await page.getByRole("button", { name: "Lưu thay đổi" }).click();
  await page.getByText("Người khác vừa thay đổi tài khoản này.").waitFor();
  expect(await name.inputValue()).toBe(`${before} (mới)`);
  expect(await findFaults(page)).toEqual([]);
  await page.getByRole("button", { name: "Lưu thay đổi" }).click();
  await page.getByText("Đã lưu.").waitFor();
  expect((await system.store.staff.byEmail("tiep-nhan@example.vn"))?.name).toBe(`${before} (mới)`);
});

test("whoever leaves hands over, and sees what is open there", async () => {
  await page.getByRole("button", { name: "Bàn giao" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("hồ sơ đang mở").first().waitFor();
  await dialog.getByText(/\d+ hồ sơ đang mở/).waitFor();
  await dialog.getByLabel("Người nhận bàn giao").selectOption({ index: 1 });
  await dialog.getByLabel("Lý do").fill("Nghỉ hưu");
  expect(await findFaults(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Bàn giao" }).click();
  await page.getByText("Đã bàn giao").waitFor();
  expect((await system.store.staff.byEmail("tiep-nhan@example.vn"))?.active).toBe(false);
});
