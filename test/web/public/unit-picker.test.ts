import type { BrowserContextOptions, Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import type { CampaignUnit } from "#core/campaigns/campaign.ts";
import { pathOf } from "#core/units/unit.ts";
import { findViolations } from "../../support/axe.ts";
import { readExample } from "../../support/example.ts";
import { fillAuthors, fillForm } from "../../support/fill-form.ts";
import { withSystem } from "../../support/system.ts";

const { browser, system } = await withSystem({ clock: () => "2026-11-22T05:00:00.000Z" });
beforeAll(async () => {
  const [campaign] = await system.store.directory.campaigns();
  if (!campaign) throw new Error("the example has no campaign");
  const units = new Map((await readExample()).units.map((unit) => [unit.id, unit]));
  const receiving = [...units.values()].filter(
    ({ level, system: of, validTo }) => level === "commune" && of === "government" && validTo === null,
  );
  expect(receiving).toHaveLength(65);
  for (const { id, code, name, level, system: of } of receiving) {
    const frozen: CampaignUnit = {
      id,
      code,
      name,
      level,
      system: of,
      path: pathOf(units, id),
      receives: true,
    };
    await system.store.directory.putCampaignUnit(campaign.id, frozen);
  }
}, 120_000);

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

/** The step with the picker, opened by somebody with this device. */
async function openPicker(device: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    locale: "vi-VN",
    serviceWorkers: "block",
    bypassCSP: true,
    ...device,
  });
  const page = await context.newPage();
  await page.goto(`${system.origin}/gui`);
  await fillAuthors(page);
  await page.getByRole("combobox", { name: "Nơi tiếp nhận" }).waitFor();
  return page;
}
const field = (page: Page) => page.getByRole("combobox", { name: "Nơi tiếp nhận" });
const options = (page: Page) => page.getByRole("listbox").getByRole("option");
const isOpen = async (page: Page) => (await field(page).getAttribute("aria-expanded")) === "true";

/** A finger that goes up by so many pixels, as the browser hears of it. */
async function swipeUp(page: Page, from: { x: number; y: number }, by: number): Promise<void> {
  const client = await page.context().newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", y: number | null) =>
    client.send("Input.dispatchTouchEvent", { type, touchPoints: y === null ? [] : [{ x: from.x, y }] });
  await touch("touchStart", from.y);
  for (let step = 1; step <= 10; step++) await touch("touchMove", from.y - (by * step) / 10);
  await touch("touchEnd", null);
}

describe("a unit among 65 is chosen", () => {
  test("by mouse, whichever of several options is clicked", async () => {
    const page = await openPicker();
    await field(page).click();
    await expect.poll(() => options(page).count()).toBe(65);
    await field(page).fill("nha trang");
    const names = await options(page).allTextContents();
    expect(names.length).toBeGreaterThan(3);
    for (const name of names) {
      await field(page).fill("nha trang");
      await page.getByRole("listbox").getByRole("option", { name, exact: true }).click();
      expect(await field(page).inputValue()).toBe(name);
      expect(await isOpen(page)).toBe(false);
    }
    await page.getByRole("button", { name: "Xóa nơi tiếp nhận đã chọn" }).click();
    expect(await field(page).inputValue()).toBe("");
    await page.context().close();
  });

  test("by finger: a tap chooses, a swipe only scrolls the list", async () => {
    const page = await openPicker(phone);
    await field(page).tap();
    await options(page).nth(64).waitFor({ state: "attached" });
    const list = page.getByRole("listbox");
    const box = await list.boundingBox();
    if (!box) throw new Error("no list");
    await swipeUp(page, { x: box.x + box.width / 2, y: box.y + box.height - 20 }, box.height - 40);
    await expect.poll(() => list.evaluate((element) => element.scrollTop)).toBeGreaterThan(100);
    expect([await isOpen(page), await field(page).inputValue()]).toEqual([true, ""]);
    await page.getByRole("listbox").getByRole("option", { name: "Xã Diên Khánh", exact: true }).tap();
    expect([await isOpen(page), await field(page).inputValue()]).toEqual([false, "Xã Diên Khánh"]);
    await page.context().close();
  });

  test("by keyboard: arrows, Home and End move, Enter and Tab choose, Escape closes", async () => {
    const page = await openPicker();
    const active = () =>
      page.evaluate(
        () =>
          document.getElementById(document.activeElement?.getAttribute("aria-activedescendant") ?? "")
            ?.textContent,
      );
    await field(page).focus();
    await page.keyboard.press("ArrowDown");
    expect(await active()).toBe(await options(page).first().textContent());
    await page.keyboard.press("End");
    const last = await options(page).last().textContent();
    expect(await active()).toBe(last);
    await page.keyboard.press("ArrowDown");
    expect(await active()).toBe(await options(page).first().textContent());
    await page.keyboard.press("Escape");
    expect([await isOpen(page), await field(page).inputValue()]).toEqual([false, ""]);
    await page.keyboard.type("thi tran dien khanh");
    expect(await active()).toBe("Thị trấn Diên Khánh, nay là Xã Diên Khánh");
    await page.keyboard.press("Enter");
    expect([await isOpen(page), await field(page).inputValue()]).toEqual([false, "Xã Diên Khánh"]);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Home");
    await page.keyboard.press("Tab");
    expect(await field(page).inputValue()).not.toBe("Xã Diên Khánh");
    await page.context().close();
  });
});

test("the old name leads to the present one, which is told", async () => {
  const page = await openPicker(phone);
  await field(page).fill("huyện diên khánh");
  await page
    .getByRole("listbox")
    .getByRole("option", { name: "Huyện Diên Khánh, nay là Xã Suối Hiệp" })
    .tap();
  expect(await field(page).inputValue()).toBe("Xã Suối Hiệp");
  await page.getByLabel("Tên sáng kiến").tap();
  expect(await field(page).inputValue()).toBe("Xã Suối Hiệp");
  await page.context().close();
});

test("the list fits above the keyboard of a phone and breaks no rule of access", async () => {
  const page = await openPicker({ ...phone, viewport: { width: 360, height: 380 } });
  await field(page).tap();
  await options(page).first().waitFor();
  const box = await page.getByRole("listbox").boundingBox();
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(380);
  expect(box?.height).toBeGreaterThanOrEqual(150);
  expect((await findViolations(page)).map(({ id }) => id)).toEqual([]);
  await page.context().close();
});

describe("where several campaigns are open", () => {
  const other = "Đợt phát động của ngành Giáo dục";
  let own = "";
  let elsewhere: CampaignUnit;
  beforeAll(async () => {
    const [campaign] = await system.store.directory.campaigns();
    if (!campaign) throw new Error("the example has no campaign");
    own = campaign.name;
    const units = await system.store.directory.campaignUnits(campaign.id);
    const named = (wanted: string) => [...units.values()].find(({ name }) => name === wanted);
    const [both, only] = [named("Xã Diên Khánh"), named("Xã Diên Lâm")];
    if (!both || !only) throw new Error("the example has no such units");
    elsewhere = only;
    await system.store.directory.putCampaignUnit(campaign.id, { ...only, receives: false });
    // By its id it would come after the other; it closes before it.
    const sooner = {
      ...campaign,
      id: `${campaign.id}-2`,
      name: other,
      closesOn: "2026-12-01",
      merged: false,
    };
    await system.store.directory.putCampaign(sooner);
    for (const unit of [both, elsewhere]) await system.store.directory.putCampaignUnit(sooner.id, unit);
  });
  const sent = (page: Page) =>
    page.waitForRequest(
      (request) => request.method() === "POST" && request.url().endsWith("/api/initiatives"),
    );
  const choose = async (page: Page, unit: string) => {
    await field(page).fill(unit);
    await options(page).filter({ hasText: unit }).first().click();
  };

  test("one list has the units of all, and the unit says which campaign is meant", async () => {
    const page = await openPicker();
    await choose(page, elsewhere.name);
    expect(await page.getByRole("radio", { name: own }).count()).toBe(0);
    await fillForm(page, "Giờ ra chơi", { from: "initiative", asksResult: false });
    const [request] = await Promise.all([
      sent(page),
      page.getByRole("button", { name: "Gửi hồ sơ", exact: true }).click(),
    ]);
    expect(request.postDataJSON()).toMatchObject({
      unit: elsewhere.id,
      campaign: expect.stringMatching(/-2$/),
    });
    await page.context().close();
  });

  test("a unit of both is asked about, the one that closes first is offered, and nothing typed is lost", async () => {
    const page = await openPicker();
    await choose(page, "Xã Diên Khánh");
    expect(await page.getByRole("radio", { name: other }).isChecked()).toBe(true);
    await page.getByLabel("Tên sáng kiến").fill("Một hồ sơ, hai đợt");
    await page.getByRole("radio", { name: own }).check();
    expect(await page.getByLabel("Tên sáng kiến").inputValue()).toBe("Một hồ sơ, hai đợt");
    await page.reload();
    await expect.poll(() => page.getByRole("radio", { name: own }).isChecked()).toBe(true);
    await fillForm(page, "Một hồ sơ, hai đợt", { from: "initiative" });
    await page.getByText(own, { exact: true }).waitFor();
    const [request] = await Promise.all([
      sent(page),
      page.getByRole("button", { name: "Gửi hồ sơ", exact: true }).click(),
    ]);
    expect(request.postDataJSON().campaign).not.toMatch(/-2$/);
    await page.context().close();
  });
});
