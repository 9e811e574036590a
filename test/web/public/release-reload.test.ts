import { expect, test } from "vitest";
import { withSystem } from "../../support/system.ts";

const { browser, system } = await withSystem({ clock: () => "2026-11-22T05:00:00.000Z" });

test("a page that was open before a release loads itself anew where its files are gone, and only once", async () => {
  const context = await browser.newContext({ serviceWorkers: "block", locale: "vi-VN" });
  context.setDefaultTimeout(40_000);
  const page = await context.newPage();
  await page.goto(`${system.origin}/`);
  let gone = true;
  let documents = 0;
  await page.route("**/assets/follow-page-*.js", (route) => (gone ? route.abort() : route.continue()));
  page.on("request", (request) => {
    if (request.resourceType() === "document") documents += 1;
  });
  const follow = page.getByRole("link", { name: "Tra cứu", exact: true }).first();
  await follow.click();
  // The prerendered page comes back at the address that was asked for, without its script.
  await page.waitForFunction(
    () => performance.getEntriesByType("navigation").length > 0 && document.title.includes("Tra cứu"),
  );
  await expect.poll(() => documents).toBe(1);
  gone = false;
  await page.reload();
  await page.getByRole("button", { name: "Xem hồ sơ" }).waitFor();
  expect(documents).toBe(2);
  await context.close();
});
