import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { withSystem } from "../support/system.ts";

/** What a cheap phone on a weak network may have to load, in bytes as gzip -9 leaves them. */
const scriptAndStyleLimit = 40_000;
/** What fits into the first ten packets of a connection. */
const firstViewLimit = 14_600;

const { browser, system } = await withSystem({ clock: () => "2026-11-22T05:00:00.000Z" });

const weigh = (body: Buffer | string) => gzipSync(body, { level: 9 }).length;

/** Everything a page loads by itself. The service worker's later stock is its own, and is not counted. */
async function load(path: string) {
  const context = await browser.newContext({ serviceWorkers: "block", locale: "vi-VN" });
  const page = await context.newPage();
  const asked: string[] = [];
  const bodies: { path: string; bytes: number; firstView: boolean; scriptAndStyle: number }[] = [];
  page.on("request", (request) => asked.push(request.url()));
  page.on("response", async (response) => {
    const { pathname } = new URL(response.url());
    const type = response.headers()["content-type"] ?? "";
    if (!/javascript|css|html/.test(type)) return;
    const body = await response.body();
    const inside = /html/.test(type) ? stylesIn(body.toString()) : "";
    bodies.push({
      path: pathname,
      bytes: weigh(body),
      firstView: /css|html/.test(type),
      scriptAndStyle: inside ? weigh(inside) : /html/.test(type) ? 0 : weigh(body),
    });
  });
  await page.goto(system.origin + path, { waitUntil: "networkidle" });
  await context.close();
  return { asked, bodies };
}

const stylesIn = (html: string) =>
  [...html.matchAll(/<style>(.*?)<\/style>/gs)].map(([, text]) => text).join("");
const sum = (numbers: number[]) => numbers.reduce((sum, each) => sum + each, 0);

test.each(["/", "/gui", "/tra-cuu"])("%s loads like paper, from its own origin alone", async (path) => {
  const { asked, bodies } = await load(path);
  const assets = bodies.filter((body) => body.path.startsWith("/assets/"));
  expect(assets.length).toBeGreaterThan(2);
  // The styles lie inside the page, and are not fetched a second time.
  expect(bodies.find((body) => body.path === path)?.scriptAndStyle).toBeGreaterThan(1000);
  expect(assets.filter((body) => body.path.endsWith(".css"))).toEqual([]);
  expect(sum(bodies.map(({ scriptAndStyle }) => scriptAndStyle))).toBeLessThanOrEqual(scriptAndStyleLimit);
  expect(sum(bodies.filter(({ firstView }) => firstView).map(({ bytes }) => bytes))).toBeLessThanOrEqual(
    firstViewLimit,
  );
  expect(asked.filter((url) => new URL(url).origin !== system.origin)).toEqual([]);
});
