import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { System } from "../../local/system.ts";
import { launchChromium } from "../support/chromium.ts";
import { startTestSystem } from "../support/system.ts";
import { seedDirectory, staff } from "../support/units.ts";

let system: System;
let browser: Browser;
let pages = "";

beforeAll(async () => {
  pages = await mkdtemp(join(tmpdir(), "test-pages-"));
  await writeFile(
    join(pages, "index.html"),
    '<!doctype html><html lang="vi"><title>Trang</title><style>h1{margin:0}</style><h1>Trang</h1></html>',
  );
  [system, browser] = await Promise.all([startTestSystem({ empty: true, pages }), launchChromium()]);
  await seedDirectory(system.store);
});
afterAll(async () => {
  await browser?.close();
  await system?.stop();
  await rm(pages, { recursive: true });
});

/** A page that fails the test on anything its policies refuse. */
async function openPage(colorScheme: "light" | "dark" = "light"): Promise<{ page: Page; refused: string[] }> {
  const context = await browser.newContext({ colorScheme, bypassCSP: false });
  const page = await context.newPage();
  const refused: string[] = [];
  page.on("console", (message) => {
    if (/Content Security Policy/i.test(message.text())) refused.push(message.text());
  });
  return { page, refused };
}

async function findFaults(page: Page): Promise<string[]> {
  const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
  const session = await page.context().newCDPSession(page);
  await session.send("Page.setBypassCSP", { enabled: true });
  await page.reload();
  await page.addScriptTag({ path: axe });
  const results = await page.evaluate<AxeResults>("axe.run()");
  await session.send("Page.setBypassCSP", { enabled: false });
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

test("in a browser: choose an account, come back signed in, sign out without another click", async () => {
  const { page, refused } = await openPage();
  await page.goto(`${system.origin}/api/session/sign-in`);
  await page.getByRole("button", { name: staff.reviewer.name }).click();
  await page.waitForURL(`${system.origin}/quan-tri`);
  const session = await page.evaluate(() => fetch("/api/session").then((response) => response.json()));
  expect(session).toMatchObject({ email: staff.reviewer.email });

  const signOut = await page.evaluate(() =>
    fetch("/api/session", { method: "DELETE" })
      .then((response) => response.json())
      .then((answer: { signOut: string }) => answer.signOut),
  );
  await page.goto(signOut);
  await page.waitForURL(`${system.origin}/quan-tri`);
  expect(await page.evaluate(() => fetch("/api/session").then(({ status }) => status))).toBe(401);
  await page.goto(`${system.origin}/api/session/sign-in`);
  await page.getByLabel("Thư điện tử").fill(staff.secretary.email.toUpperCase());
  await page.getByRole("button", { name: "Đăng nhập" }).click();
  await page.waitForURL(`${system.origin}/quan-tri`);
  expect(refused).toEqual([]);
});

test.for(["light", "dark"] as const)("the sign-in page has no fault of access, %s", async (colorScheme) => {
  const { page } = await openPage(colorScheme);
  await page.goto(`${system.origin}/api/session/sign-in`);
  expect(await findFaults(page)).toEqual([]);
  await page.getByLabel("Thư điện tử").fill("ai@example.vn");
  await page.getByRole("button", { name: "Đăng nhập" }).click();
  await page.getByRole("alert").waitFor();
});
