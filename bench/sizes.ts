import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { Hono } from "hono";
import { synthesise } from "../infra/assembly.ts";
import { projectPath } from "../local/project.ts";
import { readPageHeaders } from "../local/standins/page-headers.ts";
import { serveStaticFiles } from "../local/standins/static-files.ts";
import { startWebServer } from "../local/standins/web-server.ts";
import { launchChromium } from "../test/support/chromium.ts";
import { stylesIn } from "../web/page-styles.ts";
import type { BenchSystem } from "./bench-system.ts";
import { measureColdStart } from "./cold-start/cold-start.ts";
import { type Row, round } from "./row.ts";

const largestBundle = 160_000;
const largestPage = 40_000;
/** Bytes of JS and CSS on a LogChimp page. */
const logChimpPage = 156_000;

const gzipped = (content: Uint8Array) => gzipSync(content, { level: 9 }).length;
const kilobytes = (bytes: number) => `${round(bytes / 1000)} kB`;

const publicHandler = "functions/api/public-lambda";

interface Resource {
  Properties: { Handler?: string; Environment?: { Variables: Record<string, unknown> } };
}

export async function measureBundle(): Promise<Row[]> {
  const outdir = await mkdtemp(join(tmpdir(), "cdk.out-"));
  try {
    const assembly = await synthesise({ stage: "prod", outdir });
    const bundles = (await readdir(outdir, { recursive: true })).filter((path) =>
      path.endsWith(`${publicHandler}.mjs`),
    );
    const bundle = join(outdir, bundles[0] ?? "");
    const size = gzipped(await readFile(bundle));
    const resources: Record<string, Resource> = assembly.stacks[0]?.template.Resources;
    const [found] = Object.values(resources).filter(
      ({ Properties }) => Properties?.Handler === `${publicHandler}.handler`,
    );
    // References to other resources have no value yet.
    const settings = Object.entries(found?.Properties.Environment?.Variables ?? {}).map(
      ([name, value]) => [name, typeof value === "string" ? value : "https://example.vn"] as const,
    );
    return [
      ...(await measureColdStart(bundle, Object.fromEntries(settings), outdir)),
      {
        what: "bundle of the public's API, gzip",
        measured: kilobytes(size),
        beside: `at most ${kilobytes(largestBundle)}`,
        reached: size <= largestBundle,
      },
    ];
  } finally {
    await rm(outdir, { recursive: true, force: true });
  }
}

/** Includes inline styles. */
export async function measurePages({ ask }: BenchSystem): Promise<Row[]> {
  const web = await startWebServer(0);
  const browser = await launchChromium();
  try {
    const pages = projectPath("web/dist");
    const files = serveStaticFiles(pages, readPageHeaders(pages, web.origin));
    const site = new Hono()
      .get("/api/*", (c) => ask(new URL(c.req.url).pathname))
      .all("*", (c) => files.fetch(c.req.raw));
    web.serve((request) => site.fetch(request));
    const rows: Row[] = [];
    for (const path of ["/", "/gui"]) {
      const context = await browser.newContext({ serviceWorkers: "block", locale: "vi-VN" });
      const page = await context.newPage();
      const sizes = { document: 0, code: 0 };
      page.on("response", async (response) => {
        const kind = response.request().resourceType();
        const isCode = kind === "script" || kind === "stylesheet";
        if (kind !== "document" && !isCode) return;
        pending.push(
          response.body().then((body) => {
            sizes[isCode ? "code" : "document"] += gzipped(body);
            if (!isCode) sizes.code += gzipped(Buffer.from(stylesIn(body.toString()).join("")));
          }),
        );
      });
      const pending: Promise<void>[] = [];
      await page.goto(`${web.origin}${path}`, { waitUntil: "networkidle" });
      await Promise.all(pending);
      await context.close();
      rows.push({
        what: `JS and CSS of ${path}, gzip`,
        measured: `${kilobytes(sizes.code)} (HTML ${kilobytes(sizes.document)})`,
        beside: `at most ${kilobytes(largestPage)}; LogChimp ${kilobytes(logChimpPage)}`,
        reached: sizes.code <= largestPage,
      });
    }
    return rows;
  } finally {
    await browser.close();
    await web.stop();
  }
}
