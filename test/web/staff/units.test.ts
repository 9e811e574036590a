import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { findFaults, openDesk } from "../../support/desk.ts";
import { buildInitiative } from "../../support/submissions.ts";
import { withSystem } from "../../support/system.ts";

let page: Page;
const { browser, system } = await withSystem({ clock: () => "2026-11-22T05:00:00.000Z" });
beforeAll(async () => {
  page = await openDesk(browser, `${system.origin}/quan-tri/don-vi`, "quan-tri@example.vn", 40_000);
  await page.getByRole("heading", { name: "Đơn vị", exact: true }).waitFor();
}, 120_000);

test("the tree of a day, searched without marks, and a district that has ended with its years", async () => {
  await page
    .getByRole("link", { name: /Xã Diên Khánh/ })
    .first()
    .waitFor();
  expect(await findFaults(page)).toEqual([]);
  await page.getByLabel("Tìm theo tên hoặc mã").fill("dien khanh");
  await expect.poll(() => page.url()).toContain("q=dien");
  await page.getByLabel("Vào ngày").fill("2021-03-26");
  await page.getByRole("link", { name: /Huyện Diên Khánh/ }).click();
  await page.getByRole("heading", { name: "Số liệu qua các năm" }).waitFor();
  await page.locator("tr", { hasText: "2020" }).getByText("46").waitFor();
  expect(await findFaults(page)).toEqual([]);
});

test("a merger says beforehand what it will do, then moves the open dossier and keeps what was", async () => {
  const campaign = await system.store.directory.campaign("khanh-hoa-2026");
  const frozen = await system.store.directory.campaignUnits("khanh-hoa-2026");
  const initiative = {
    ...buildInitiative(),
    unit: "xa-dien-khanh",
    path: frozen.get("xa-dien-khanh")?.path ?? [],
    campaign: campaign?.id ?? "",
  };
  await system.store.initiatives.create(initiative);
  await page.goto(`${system.origin}/quan-tri/don-vi/xa-dien-khanh`);
  await page.getByRole("button", { name: "Chia tách" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Xem trước" }).click();
  await dialog.getByText(/Hãy sửa/).waitFor();
  expect(await findFaults(page)).toEqual([]);
  await dialog.getByLabel("Ngày đầu tiên của trạng thái mới").fill("2026-11-01");
  await dialog.getByLabel("Theo văn bản").fill("Nghị quyết thử 1/NQ");
  await dialog.getByLabel("Tên đơn vị mới 1").fill("Phường Diên Khánh Đông");
  await dialog.getByLabel("Mã hành chính 1").fill("22653");
  await dialog.getByLabel("Tên đơn vị mới 2").fill("Phường Diên Khánh Tây");
  await dialog.getByLabel("Mã hành chính 2").fill("22654");
  await dialog.getByRole("button", { name: "Xem trước" }).click();
  await dialog.getByText(/1 hồ sơ đang mở chuyển từ Xã Diên Khánh sang Phường Diên Khánh Đông/).waitFor();
  expect(await findFaults(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Thực hiện" }).click();
  await page.getByText(/Hồ sơ đang được chuyển/).waitFor();
  await page.getByRole("cell", { name: "Xã Diên Khánh" }).first().waitFor();
  await expect
    .poll(async () => (await system.store.initiatives.get(initiative.id))?.unit, { timeout: 40_000 })
    .toBe("phuong-dien-khanh-dong");
}, 60_000);
