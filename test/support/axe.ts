import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type axe from "axe-core";
import type { Page } from "playwright-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * Rules of accessibility that the page breaks as it stands. A document gets axe at its first look and not while it loads, because most documents are
 * never looked at. The page's context has `bypassCSP`, or the page allows `eval`.
 */
export async function findViolations(page: Page): Promise<axe.Result[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(source);
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: typeof axe }).axe.run({
      resultTypes: ["violations"],
      // The one rule that reads style sheets is experimental and not run.
      preload: { assets: ["media"] },
    }),
  );
  return violations;
}
