import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { beginRun } from "#core/report/run.ts";
import { findFaults, openDesk } from "../../support/desk.ts";
import { withSystem } from "../../support/system.ts";
import { buildCampaign } from "../../support/units.ts";

const campaign = buildCampaign({ id: "nho-2026", unit: "xa-dien-khanh", councils: [] });
let page: Page;
const list = () => `${system.origin}/quan-tri/lan-lap-bao-cao?unit=xa-dien-khanh`;
const { browser, system } = await withSystem({ clock: () => "2026-12-10T05:00:00.000Z" });
beforeAll(async () => {
  // The example's own campaign has 78 units: here is one of a commune alone.
  await system.store.directory.putCampaign(campaign);
  page = await openDesk(browser, list(), "quan-tri@example.vn", 40_000);
}, 120_000);

test("a run is begun by hand, followed to its end, and what failed is tried again", {
  timeout: 90_000,
}, async () => {
  await page.goto(list());
  await page.getByText("Chưa có lần lập nào.").waitFor();
  await page.getByText("Tự động lập ngày 25/12/2026").waitFor();
  await page.getByRole("button", { name: "Lập ngay cho mọi đơn vị" }).click();
  expect(await findFaults(page)).toEqual([]);
  await page.getByRole("dialog").getByRole("button", { name: "Lập ngay cho mọi đơn vị" }).click();
  await page.getByRole("heading", { name: "Lập báo cáo năm 2026" }).waitFor();
  await page.getByText(/^Đã xong (\d+)\/\1 đơn vị\.$/).waitFor();
  const commune = page.locator("tbody tr", { hasText: "Diên Khánh" }).first();
  await commune.getByText("Đã lập").waitFor();

  // One of the units of another run is none any more.
  const begun = beginRun(campaign, [], { id: "2026-12-10~khac", by: null, at: "2026-12-10T05:00:00.000Z" });
  await system.store.reportRuns.begin({ ...begun, units: [...begun.units, "da-mat"] });
  await page.goto(`${system.origin}/quan-tri/lan-lap-bao-cao/xa-dien-khanh~2026-12-10~khac`);
  await page.getByRole("button", { name: "Lập lại 1 đơn vị chưa được" }).click();
  await page.getByText(/đang lập tiếp/).waitFor();
  await page.getByText("Đã xong 2/2 đơn vị.").waitFor();
  expect(await findFaults(page)).toEqual([]);
  await page.getByRole("navigation", { name: "Lọc đơn vị" }).getByText("Chưa lập được").click();
  await page.getByText("1 đơn vị", { exact: true }).waitFor();
  await page.getByRole("link", { name: "Các lần lập báo cáo" }).click();
  await page.getByText("2 lần lập gần nhất").waitFor();
  expect(await findFaults(page)).toEqual([]);
});
