import type { Browser, Page } from "playwright-core";
import { expect, test } from "vitest";
import type { System } from "../../local/system.ts";
import { commendationDesk, pasteRow } from "./commendation-desk.ts";
import { findFaults, openDesk } from "./desk.ts";

interface PasteTest {
  browser: Browser;
  system: System;
  page: () => Page;
}

const words = (count: number) => count.toLocaleString("vi-VN");

/** Tests that a paste of `total` rows, more than 300, is sent in portions and arrives once. */
export function testLongPaste({ browser, system, ...given }: PasteTest, total: number): void {
  const { dialog, press, confirm, draft, paste } = commendationDesk(given.page, system.origin);

  test(`${total} rows are added once each, also where an answer is lost and somebody else adds a line meanwhile`, async () => {
    const page = given.page();
    const id = await draft("Khen thưởng toàn huyện cũ");
    await press("Dán từ Excel");
    const rows = Array.from({ length: total }, (_, i) => pasteRow(i + 1));
    await paste(rows);
    await dialog()
      .getByText(`Đọc được ${words(total)} dòng: ${words(total)} dòng đúng`)
      .waitFor();
    let sent = 0;
    await page.route("**/lines", async (route) => {
      sent++;
      // The third portion is written, but its answer is lost.
      if (sent === 3) {
        await route.fetch();
        return route.abort();
      }
      return route.continue();
    });
    await confirm(new RegExp(`^Thêm ${words(total)} dòng`));
    await dialog()
      .getByText(`Mới thêm 180/${words(total)} dòng.`)
      .waitFor();
    await page.unroute("**/lines");
    // The pasted rows and the progress survive a reload.
    await page.reload();
    const other = await openDesk(browser, page.url(), "tiep-nhan@example.vn", 40_000);
    await other.getByRole("button", { name: "Thêm dòng", exact: true }).click();
    await other.getByRole("dialog").getByLabel("Họ và tên").fill("Trần Thị Chen");
    await other.getByRole("dialog").getByRole("button", { name: "Thêm vào danh sách" }).click();
    await other.getByRole("dialog").waitFor({ state: "hidden" });
    await other.context().close();
    await press("Dán từ Excel");
    await dialog()
      .getByText(`Đã thêm 180/${words(total)} dòng.`)
      .waitFor();
    await confirm(new RegExp(`^Thêm tiếp ${words(total - 180)} dòng`));
    await page
      .getByRole("heading", { name: `Danh sách khen thưởng: ${words(total + 1)} dòng` })
      .waitFor({ timeout: 60_000 });
    const names = (await Array.fromAsync(system.store.commendations.lines(id))).map(({ name }) => name);
    expect(new Set(names).size).toBe(total + 1);
    expect(await page.getByRole("row").count()).toBeLessThan(120);
    await page.getByRole("link", { name: "Trang sau" }).first().click();
    await page.locator("#line-101").waitFor();
    expect(await findFaults(page)).toEqual([]);
  }, 240_000);
}
