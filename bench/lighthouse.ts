import lighthouse from "lighthouse";
import { findFreePort } from "../local/ports.ts";
import { startSystem } from "../local/system.ts";
import { launchChromium } from "../test/support/chromium.ts";
import { median } from "./row.ts";

/* npm run check:long: median Lighthouse scores of the public pages. A busy machine lowers the scores. */
const paths = ["/", "/gui", "/tra-cuu"];
const categories = ["performance", "accessibility", "best-practices", "seo"];
const timings = ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "speed-index"];
const runsOfEach = 3;

type Figures = Record<string, number>;

/** Some runs end with a `runtimeError`. */
const attempts = 3;

/** Uses a new browser, whose cache is empty. */
async function measure(url: string, attempt = 1): Promise<Figures> {
  const port = await findFreePort();
  const browser = await launchChromium({ args: [`--remote-debugging-port=${port}`] });
  try {
    const result = await lighthouse(url, { port, onlyCategories: categories, logLevel: "error" });
    if (!result) throw new Error(`Lighthouse says nothing of ${url}`);
    const { lhr } = result;
    if (lhr.runtimeError && attempt < attempts) return await measure(url, attempt + 1);
    if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`);
    const scores = categories.map((id) => [id, Math.round((lhr.categories[id]?.score ?? 0) * 100)]);
    const times = timings.map((id) => [id, Math.round(lhr.audits[id]?.numericValue ?? 0)]);
    return Object.fromEntries([...scores, ...times]);
  } finally {
    await browser.close();
  }
}

const rows: Record<string, Figures> = {};
const system = await startSystem({ table: "memory", clock: () => "2026-11-22T05:00:00.000Z" });
try {
  for (const path of paths) {
    const runs: Figures[] = [];
    while (runs.length < runsOfEach) runs.push(await measure(system.origin + path));
    rows[path] = Object.fromEntries(
      [...categories, ...timings].map((name) => [name, median(runs.map((run) => run[name] ?? 0))]),
    );
    console.log(`${path}  performance of each run: ${runs.map((run) => run.performance).join(", ")}`);
  }
} finally {
  await system.stop();
}
console.table(rows);
if (Object.values(rows).some((row) => categories.some((name) => (row[name] ?? 0) < 100))) {
  console.error("A page is below 100.");
  process.exitCode = 1;
}
