import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { findViolations } from "../../support/axe.ts";
import { fillForm } from "../../support/fill-form.ts";
import { withSystem } from "../../support/system.ts";

const { browser, system } = await withSystem({ clock: () => "2026-11-22T05:00:00.000Z" });

async function openForm(): Promise<Page> {
  const context = await browser.newContext({
    ...{ viewport: { width: 360, height: 740 }, locale: "vi-VN", serviceWorkers: "block" },
    bypassCSP: true,
    reducedMotion: "reduce",
  });
  context.setDefaultTimeout(40_000);
  const page = await context.newPage();
  await page.goto(`${system.origin}/gui`);
  await page.getByLabel("Họ và tên").waitFor();
  return page;
}

async function expectClean(page: Page): Promise<void> {
  const violations = await findViolations(page);
  expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
}

const goOn = (page: Page) => page.getByRole("button", { name: "Lưu và tiếp tục", exact: true });

/** Fills in the other steps, reads everything once more, sends it; returns the authors as they were sent. */
async function send(page: Page, title: string, shown: readonly string[]): Promise<unknown> {
  await page.getByRole("heading", { name: "Sáng kiến của ông/bà là gì?" }).waitFor();
  await fillForm(page, title, { from: "initiative" });
  const review = await page.locator(".application-form").innerText();
  for (const text of shown) expect(review).toContain(text);
  await expectClean(page);
  const posted = page.waitForRequest(
    (request) => request.method() === "POST" && request.url().endsWith("/api/initiatives"),
  );
  await page.getByRole("button", { name: "Gửi hồ sơ" }).click();
  const body = (await posted).postDataJSON() as { application: { authors: unknown } };
  await page.getByRole("heading", { name: "Đã gửi hồ sơ" }).waitFor();
  return body.application.authors;
}

const sent = {
  kind: "collective",
  fullName: "Chi hội Phụ nữ tổ dân phố 5",
  representative: "Nguyễn Thị Minh Hoạ",
  birthDate: "",
  workplace: "Phường Nha Trang",
  position: "",
  qualification: "",
  affiliation: "memberOrganisation",
  share: 100,
};

test("a collective of a member organisation is entered and sent with the mouse at 360 px", async () => {
  const page = await openForm();
  await page.getByLabel("Ngày sinh").fill("08/03/1984");
  await page.getByLabel("Tác giả là").selectOption({ label: "Tập thể" });
  await page.getByLabel("Tên tập thể").waitFor();
  expect(await page.getByLabel("Ngày sinh").count()).toBe(0);
  await goOn(page).click();
  await page.getByText("Hãy nhập họ và tên người đại diện.").last().waitFor();
  await expectClean(page);
  await page.getByLabel("Tên tập thể").fill(sent.fullName);
  await page.getByLabel("Họ và tên người đại diện").fill(sent.representative);
  await page.getByLabel("Nơi công tác hoặc nơi cư trú").fill(sent.workplace);
  await page.getByLabel("Tác giả thuộc").selectOption({ label: "Tổ chức thành viên của Mặt trận" });
  await page.getByLabel("Tên tổ chức thành viên").selectOption({ label: "Tổ chức khác" });
  await page.getByLabel("Ghi tên tổ chức").fill("Hội Người mù");
  await page.getByLabel("Số điện thoại").fill("0912 345 678");
  await expectClean(page);
  await goOn(page).click();
  const shown = ["Tập thể", sent.representative, "Tổ chức thành viên của Mặt trận", "Hội Người mù"];
  expect(await send(page, "Sổ khám của các cụ", shown)).toEqual([
    { ...sent, organisation: "other", organisationName: "Hội Người mù" },
  ]);
  await page.context().close();
}, 90_000);

test("and with the keyboard alone", async () => {
  const page = await openForm();
  const tabTo = async (name: string) => {
    const field = page.getByLabel(name);
    for (let tabs = 0; tabs < 30; tabs++) {
      if (await field.evaluate((element) => element === document.activeElement).catch(() => false)) return;
      await page.keyboard.press("Tab");
    }
    throw new Error(`Tab does not lead to ${name}`);
  };
  const type = async (name: string, text: string) => {
    await tabTo(name);
    await page.keyboard.type(text);
  };
  const choose = async (name: string, label: string) => {
    await tabTo(name);
    const field = page.getByLabel(name);
    for (let presses = 0; presses < 12; presses++) {
      const chosen = await field.evaluate(
        (element) => (element as HTMLSelectElement).selectedOptions[0]?.text,
      );
      if (chosen === label) return;
      await page.keyboard.press("ArrowDown");
    }
    throw new Error(`no choice ${label} of ${name}`);
  };
  await choose("Tác giả là", "Tập thể");
  await page.getByLabel("Tên tập thể").waitFor();
  await type("Tên tập thể", sent.fullName);
  await type("Họ và tên người đại diện", sent.representative);
  await type("Nơi công tác hoặc nơi cư trú", sent.workplace);
  await choose("Tác giả thuộc", "Tổ chức thành viên của Mặt trận");
  await page.getByLabel("Tên tổ chức thành viên").waitFor();
  await choose("Tên tổ chức thành viên", "Hội Liên hiệp Phụ nữ");
  await type("Số điện thoại", "0912 345 678");
  await page.keyboard.press("Enter");
  expect(await send(page, "Góc học chữ buổi tối", ["Tập thể", "Hội Liên hiệp Phụ nữ"])).toEqual([
    { ...sent, organisation: "women" },
  ]);
  await page.context().close();
}, 90_000);
