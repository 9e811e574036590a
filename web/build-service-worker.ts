import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import type { Manifest } from "vite";

const entry = "index.html";
/** Staff pages are not cached, because they need a network. */
const staff = "src/staff/pages.tsx";
const publicPages = { "/": "index.html", "/gui": "gui/index.html", "/tra-cuu": "tra-cuu/index.html" };
const others = ["/icon.svg", "/manifest.webmanifest"];

/** Writes `sw.js`. Must run after prerendering. */
export async function buildServiceWorker(pages: string, manifest: Manifest): Promise<void> {
  const assets = await listPublicAssets(pages, manifest);
  const contents = await Promise.all(
    [...Object.values(publicPages), ...others].map((file) => readFile(join(pages, file))),
  );
  const state = createHash("sha256").update(JSON.stringify(assets));
  for (const content of contents) state.update(content);
  await build({
    entryPoints: [join(import.meta.dirname, "src/public/offline/service-worker.ts")],
    outfile: join(pages, "sw.js"),
    bundle: true,
    minify: true,
    format: "iife",
    target: ["chrome100", "safari15.4"],
    define: {
      precached: JSON.stringify([...Object.keys(publicPages), ...others, ...assets]),
      version: JSON.stringify(state.digest("base64url").slice(0, 12)),
    },
  });
}

async function listPublicAssets(pages: string, manifest: Manifest): Promise<string[]> {
  const ofPublic = reach(manifest, entry, [staff]);
  const ofStaff = reach(manifest, staff, []);
  const files = await readdir(join(pages, "assets"));
  return files
    .map((file) => `assets/${file}`)
    .filter((file) => ofPublic.has(file) || !ofStaff.has(file))
    .map((file) => `/${file}`)
    .sort();
}

function reach(manifest: Manifest, source: string, without: string[]): Set<string> {
  const files = new Set<string>();
  const seen = new Set<string>(without);
  const take = (name: string) => {
    const chunk = manifest[name];
    if (!chunk || seen.has(name)) return;
    seen.add(name);
    for (const file of [chunk.file, ...(chunk.css ?? []), ...(chunk.assets ?? [])]) files.add(file);
    for (const next of [...(chunk.imports ?? []), ...(chunk.dynamicImports ?? [])]) take(next);
  };
  take(source);
  return files;
}
