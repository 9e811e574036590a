import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { openDesk } from "../support/desk.ts";
import { familyNames } from "../support/fonts.ts";
import { deskPages, findDetail, openWhole, publicPages } from "../support/pages.ts";
import { withSystem } from "../support/system.ts";

const widths = [320, 360, 1366];
const metrics = ["narrow", "wide"] as const;

const { browser, system } = await withSystem({ extent: "province" }, { fonts: "both" });

/** Draws a page as it is where the system has one family alone, without loading it again. */
const drawIn = (page: Page, letters: keyof typeof familyNames) =>
  page.evaluate((family) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`*, ::before, ::after { font-family: "${family}" !important; }`);
    document.adoptedStyleSheets = [sheet];
  }, familyNames[letters]);

/** What is wider than the window, with the element that reaches furthest. */
async function findWide(page: Page, name: string): Promise<string[]> {
  const found: string[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    for (const letters of metrics) {
      await drawIn(page, letters);
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
      if (wide) found.push(`${name} at ${width} with ${letters} letters: ${wide}`);
    }
  }
  return found;
}

test("wide letters are wider, and a line too long for them alone is found", async () => {
  const page = await browser.newPage({ locale: "vi-VN" });
  await page.setContent('<h1 style="display: inline-block; white-space: nowrap">Sáng kiến</h1>');
  await drawIn(page, "narrow");
  // Room for the narrow letters in the narrowest window, and none beyond.
  await page.locator("h1").evaluate((heading, room) => {
    document.body.style.margin = "0";
    heading.style.marginLeft = `${room - heading.getBoundingClientRect().width}px`;
  }, widths[0]);
  const [found, ...others] = await findWide(page, "line");
  expect(found).toMatch(/^line at 320 with wide letters/);
  expect(others).toEqual([]);
  await page.close();
});

test("no public page is wider than the window, with narrow letters or with wide ones", async () => {
  const page = await browser.newPage({ locale: "vi-VN" });
  const open = openWhole(page);
  const wide: string[] = [];
  for (const path of publicPages) {
    await open(system.origin + path);
    wide.push(...(await findWide(page, path)));
  }
  await page.close();
  expect(wide).toEqual([]);
}, 120_000);

test.each(Object.entries(deskPages))(
  "no page of the desk that %s opens is wider than the window, with narrow letters or with wide ones",
  async (email, paths) => {
    const wide: string[] = [];
    const page = await openDesk(browser, `${system.origin}/quan-tri`, email, 40_000);
    const open = openWhole(page);
    for (const path of paths) {
      await open(`${system.origin}/quan-tri${path}`);
      wide.push(...(await findWide(page, path || "/")));
      const detail = path === "" ? null : await findDetail(page, path);
      if (!detail) continue;
      await open(`${system.origin}/quan-tri${detail}`);
      wide.push(...(await findWide(page, `${path}/…`)));
    }
    await page.context().close();
    expect(wide).toEqual([]);
  },
  240_000,
);
