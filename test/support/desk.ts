import type { Browser, BrowserContext, Page } from "playwright-core";
import { findViolations } from "./axe.ts";

/** A browser of one member of staff, on the office's old screen. `timeout`: of a wait, in ms. */
export async function openDeskContext(browser: Browser, timeout: number): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: "vi-VN",
    serviceWorkers: "block",
    bypassCSP: true,
    reducedMotion: "reduce",
  });
  context.setDefaultTimeout(timeout);
  return context;
}

/** Goes to a page of the desk and signs in there as whoever has this mail address. */
export async function signInAt(page: Page, address: string, email: string): Promise<void> {
  await page.goto(address);
  await page.getByRole("link", { name: "Đăng nhập", exact: true }).last().click();
  await page.getByLabel("Thư điện tử").fill(email);
  await page.getByRole("button", { name: "Đăng nhập", exact: true }).click();
  await page.getByRole("button", { name: "Đăng xuất" }).waitFor();
}

/** A page of the desk, signed in, in a browser of its own. */
export async function openDesk(
  browser: Browser,
  address: string,
  email: string,
  timeout: number,
): Promise<Page> {
  const page = await (await openDeskContext(browser, timeout)).newPage();
  await signInAt(page, address, email);
  return page;
}

let shots = 0;

/** What axe finds in both themes on a phone and at the desk, and whether anything is wider than the window. `SHOTS=folder` keeps pictures. */
export async function findFaults(page: Page): Promise<string[]> {
  const found: string[] = [];
  shots++;
  for (const width of [360, 1366])
    for (const colorScheme of ["light", "dark"] as const) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      const violations = await findViolations(page);
      found.push(...violations.map(({ id, nodes }) => `${width} ${colorScheme} ${id}: ${nodes[0]?.html}`));
      if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth))
        found.push(`${width} ${colorScheme} scrolls sideways`);
      const folder = process.env.SHOTS;
      if (folder)
        await page.screenshot({ path: `${folder}/${shots}-${width}-${colorScheme}.png`, fullPage: true });
    }
  return found;
}
