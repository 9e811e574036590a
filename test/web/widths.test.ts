import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { System } from "../../local/system.ts";
import { launchChromium } from "../support/chromium.ts";
import { openDesk } from "../support/desk.ts";
import { deskPages, findDetail, openWhole, publicPages } from "../support/pages.ts";
import { startTestSystem } from "../support/system.ts";

const widths = [320, 360, 1366];
const metrics = ["narrow", "wide"] as const;

let system: System;
const browsers = new Map<string, Browser>();
beforeAll(async () => {
  system = await startTestSystem({ extent: "province" });
  for (const fonts of metrics) browsers.set(fonts, await launchChromium({ fonts }));
}, 120_000);
afterAll(async () => {
  for (const browser of browsers.values()) await browser.close();
  await system.stop();
});

/** What is wider than the window, with the element that reaches furthest. */
async function findWide(page: Page, name: string): Promise<string[]> {
  const found: string[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    const wide = await page.evaluate(() => {
      const root = document.documentElement;
      if (root.scrollWidth <= innerWidth) return null;
      const right = (element: Element) => element.getBoundingClientRect().right;
      // An element inside a scrolling box cannot widen the page.
      const scrolls = (element: Element | null): boolean =>
        element !== null &&
        (getComputedStyle(element).overflowX !== "visible" || scrolls(element.parentElement));
      const furthest = [...document.querySelectorAll("main *, header *")]
        .filter((element) => !scrolls(element.parentElement))
        .sort((a, b) => right(b) - right(a))[0];
      return `${root.scrollWidth}: ${furthest?.outerHTML.slice(0, 120)}`;
    });
    if (wide) found.push(`${name} at ${width}: ${wide}`);
  }
  return found;
}

test.each(metrics)(
  "no public page is wider than the window, with %s letters",
  async (fonts) => {
    const page = await (browsers.get(fonts) as Browser).newPage({ locale: "vi-VN" });
    const wide: string[] = [];
    for (const path of publicPages) {
      await openWhole(page, system.origin + path);
      wide.push(...(await findWide(page, path)));
    }
    await page.close();
    expect(wide).toEqual([]);
  },
  120_000,
);

test.each(metrics)(
  "no page of the desk is wider than the window, with %s letters",
  async (fonts) => {
    const wide: string[] = [];
    for (const [email, paths] of Object.entries(deskPages)) {
      const page = await openDesk(browsers.get(fonts) as Browser, `${system.origin}/quan-tri`, email, 10_000);
      for (const path of paths) {
        await openWhole(page, `${system.origin}/quan-tri${path}`);
        wide.push(...(await findWide(page, path || "/")));
        const detail = path === "" ? null : await findDetail(page, path);
        if (!detail) continue;
        await openWhole(page, `${system.origin}/quan-tri${detail}`);
        wide.push(...(await findWide(page, `${path}/…`)));
      }
      await page.context().close();
    }
    expect(wide).toEqual([]);
  },
  240_000,
);
