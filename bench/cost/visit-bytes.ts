import { glob, readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { projectPath } from "../../local/project.ts";
import type { Measured } from "./measured.ts";

/** Files that public visits never load: staff pages and app icons. */
const notTheirs = /^(assets\/pages-|icon-|apple-touch-icon)/;

/** Upper bound: each public file once, compressed. */
export async function measureVisit(): Promise<Measured["visit"]> {
  const cwd = projectPath("web/dist");
  const visit = { bytes: 0, requests: 0 };
  for await (const path of glob("**/*.{html,js,css,svg,webmanifest,woff2}", { cwd })) {
    if (notTheirs.test(path)) continue;
    visit.bytes += gzipSync(await readFile(join(cwd, path))).length;
    visit.requests++;
  }
  return visit;
}
