import { expect, test, vi } from "vitest";
import { fillAuthors, fillForm } from "../../support/fill-form.ts";
import { withSystem } from "../../support/system.ts";

vi.setConfig({ testTimeout: 120_000 });

const { browser, system } = await withSystem({ clock: () => "2026-11-22T05:00:00.000Z" });

test("publishing one's name is asked unticked, need not be agreed to, and can be taken back on the page to follow", async () => {
  const context = await browser.newContext({ locale: "vi-VN", serviceWorkers: "block" });
  const page = await context.newPage();
  page.on("dialog", (dialog) => dialog.accept());
  await page.goto(`${system.origin}/gui`);
  await fillForm(page, "Tên của ai người ấy quyết");
  await page.goto(`${system.origin}/gui/cam-doan`);
  const tick = page.getByLabel("Tôi đồng ý công bố họ tên của tôi");
  // The helper ticks every box: this one may be cleared.
  await tick.uncheck();
  await page.getByRole("button", { name: "Lưu và tiếp tục", exact: true }).click();
  await page.getByText("Không công bố họ tên").waitFor();
  await page.getByRole("button", { name: "Gửi hồ sơ", exact: true }).click();
  await page.getByRole("heading", { name: "Đã gửi hồ sơ" }).waitFor();
  const id = await page.locator(".receipt .code strong").innerText();
  const consents = async () => {
    const record = await system.store.initiatives.get(id);
    return record?.origin === "application" ? record.nameConsents.map(({ author }) => author) : null;
  };
  expect(await consents()).toEqual([]);

  await page.locator(".follow-link a").click();
  await page.locator("details.personal > summary").click();
  await page.getByRole("button", { name: /^Đồng ý công bố họ tên/ }).click();
  await page.getByText("Đã ghi nhận.").waitFor();
  expect(await consents()).toEqual([0]);
  await page.getByRole("button", { name: /^Thôi công bố họ tên/ }).click();
  await page.getByRole("button", { name: /^Đồng ý công bố họ tên/ }).waitFor();
  expect(await consents()).toEqual([]);
  await page.getByText("Đổi việc công bố họ tên").first().waitFor();
  await context.close();
});

test("a new form has the box unticked", async () => {
  const page = await browser.newPage({ locale: "vi-VN" });
  await page.goto(`${system.origin}/gui`);
  // Going on to the next step waits until the draft is kept on the device.
  await fillAuthors(page, "Nguyễn Văn Mới");
  await page.getByLabel("Tên sáng kiến").waitFor();
  await page.goto(`${system.origin}/gui/cam-doan`);
  const tick = page.getByLabel("Tôi đồng ý công bố họ tên của tôi");
  await tick.waitFor();
  expect(await tick.isChecked()).toBe(false);
  await page.close();
});
