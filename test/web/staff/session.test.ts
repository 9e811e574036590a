import { expect, test, vi } from "vitest";
import { buildInitiative } from "../../support/submissions.ts";
import { withSystem } from "../../support/system.ts";
import { seedDirectory, staff, testNow } from "../../support/units.ts";
import { waitFor } from "../../support/wait.ts";

vi.setConfig({ testTimeout: 120_000 });

const { browser, system } = await withSystem(
  { empty: true, clock: () => testNow },
  // Playwright disables the back/forward cache by default.
  { whole: true, ignoreDefaultArgs: ["--disable-back-forward-cache"] },
);
await seedDirectory(system.store);

const openTab = async (context: Awaited<ReturnType<typeof browser.newContext>>) => {
  const page = await context.newPage();
  page.setDefaultTimeout(40_000);
  return page;
};

test("a dossier that was on screen shows nothing when one goes back after signing out, nor before the session is known", async () => {
  const initiative = buildInitiative();
  await system.store.initiatives.create(initiative);
  const { phone } = initiative.application.contact;
  const context = await browser.newContext({ locale: "vi-VN" });
  const page = await openTab(context);
  const dossier = `/quan-tri/ho-so/${initiative.id}`;
  await page.goto(`${system.origin}/api/session/sign-in?to=${dossier}`);
  await page.getByRole("button", { name: staff.reviewer.name }).click();
  await page.getByText(phone).first().waitFor();
  // Come to from a public page, it lies in a document that the browser may keep.
  await page.goto(`${system.origin}/tra-cuu`);
  await page.getByRole("link", { name: "Cán bộ đăng nhập" }).click();
  await page.locator('a[href^="/quan-tri/ho-so"]').first().click();
  await page.locator(`a[data-dossier="${initiative.id}"]`).click();
  await page.getByText(phone).first().waitFor();
  await page.evaluate(() => {
    addEventListener("pageshow", ({ persisted }) => {
      sessionStorage.setItem("came back", `${persisted} ${document.body.getClientRects().length}`);
    });
  });

  // Still signed in: the page comes back as it was.
  await page.goto(`${system.origin}/tra-cuu`);
  await page.goBack({ waitUntil: "commit" });
  await page.getByText(phone).first().waitFor();
  expect(await page.evaluate(() => sessionStorage.getItem("came back"))).toBe("true 0");

  // Signed out, elsewhere: what comes back is not shown.
  await page.goto(`${system.origin}/tra-cuu`);
  const other = await openTab(context);
  await other.goto(`${system.origin}/tra-cuu`);
  await other.evaluate(() => fetch("/api/session", { method: "DELETE" }));
  await page.goBack({ waitUntil: "commit" });
  await page.getByRole("link", { name: "Đăng nhập" }).first().waitFor();
  expect(await page.evaluate(() => sessionStorage.getItem("came back"))).toBe("true 0");
  expect(await page.getByText(phone).count()).toBe(0);
  await context.close();
});

test("the staff page itself is kept by nobody", async () => {
  for (const path of ["/quan-tri", "/quan-tri/ho-so", "/tra-cuu/dong-tac-gia", "/api/session"])
    expect((await fetch(system.origin + path)).headers.get("cache-control")).toBe("no-store");
  expect((await fetch(`${system.origin}/gui`)).headers.get("cache-control")).toContain("public");
});

test("two tabs whose session has ended go on where they were, after one sign-in", async () => {
  const context = await browser.newContext({ locale: "vi-VN" });
  const first = await openTab(context);
  await first.goto(`${system.origin}/api/session/sign-in?to=/quan-tri/ho-so`);
  await first.getByRole("button", { name: staff.reviewer.name }).click();
  await first.waitForURL("**/quan-tri/ho-so");
  const second = await openTab(context);
  await second.goto(`${system.origin}/quan-tri/so-tiep-nhan`);
  await first.getByRole("button", { name: "Đăng xuất" }).waitFor();
  await second.getByRole("button", { name: "Đăng xuất" }).waitFor();
  await first.evaluate(() => fetch("/api/session", { method: "DELETE" }));

  const links: string[] = [];
  for (const page of [first, second]) {
    await page.evaluate(() => history.pushState(null, "", location.href));
    await page
      .getByRole("link", { name: "Bảng điều hành" })
      .or(page.getByRole("link").nth(2))
      .first()
      .click();
    const signIn = page.getByRole("dialog").getByRole("link");
    await signIn.waitFor();
    links.push((await signIn.getAttribute("href")) ?? "");
  }
  const tab = await openTab(context);
  const late = await openTab(context);
  for (const [page, link] of [
    [tab, links[0]],
    [late, links[1]],
  ] as const)
    await page.goto(`${system.origin}${link}`);
  for (const page of [tab, late]) {
    await page.getByRole("button", { name: staff.reviewer.name }).click();
    await page.waitForURL(`${system.origin}/quan-tri`);
  }
  for (const page of [first, second]) {
    await page.bringToFront();
    await page.getByRole("dialog").getByRole("button").first().click();
    await waitFor(async () => expect(await page.getByRole("dialog").count()).toBe(0));
  }
  await context.close();
});
