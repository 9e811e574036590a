import { expect, test } from "vitest";
import { openDesk } from "../../support/desk.ts";
import { deskPages } from "../../support/pages.ts";
import { withSystem } from "../../support/system.ts";

const { browser, system } = await withSystem({ clock: () => "2026-11-22T05:00:00.000Z" });
const id = "A".repeat(22);

/** Pages of one record, besides the lists. */
const recordPages = [
  `/khen-thuong/${id}`,
  `/hoat-dong/${id}`,
  `/mo-hinh/${id}`,
  `/nhan-rong/${id}`,
  `/dot-phat-dong/khanh-hoa-2026`,
  `/nhan-su/${id}`,
  `/bao-cao/xa-dien-khanh~2026~2026`,
  `/bao-cao/xa-dien-khanh~2026~2026?edition=1`,
  `/yeu-cau-bao-cao/${id}`,
  `/lan-lap-bao-cao/khanh-hoa~${id}`,
];

test("a page whose reading fails says so below its heading", async () => {
  const admin = "quan-tri@example.vn";
  const page = await openDesk(browser, `${system.origin}/quan-tri`, admin, 40_000);
  await page.route(
    (url) => url.pathname.startsWith("/api/") && url.pathname !== "/api/session",
    (route) => route.fulfill({ status: 500, contentType: "application/problem+json", body: "{}" }),
  );
  const without: string[] = [];
  for (const path of [...(deskPages[admin] ?? []), ...recordPages]) {
    await page.goto(`${system.origin}/quan-tri${path}`);
    await page.getByRole("button", { name: "Đăng xuất" }).waitFor();
    await page.locator("main h1, main .note.bad, main form").first().waitFor();
    if ((await page.locator("main h1").count()) !== 1) without.push(path);
  }
  expect(without).toEqual([]);
}, 120_000);
