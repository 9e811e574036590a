import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Hashes of a page's inline styles as `style-src` sources: 'sha256-…' (CSP Level 3, 8.4). */
export function hashStyles(html: string): string[] {
  return stylesIn(html).map((style) => `'sha256-${createHash("sha256").update(style).digest("base64")}'`);
}

export function stylesIn(html: string): string[] {
  const [, ...begun] = html.split("<style>");
  return begun.map((text) => text.split("</style>")[0] ?? "");
}

/** Hashes of all pages in a folder, sorted. Throws if there are none. */
export function hashStylesOf(pages: string): string[] {
  const files = readdirSync(pages, { recursive: true, encoding: "utf8" });
  const hashes = files
    .filter((file) => file.endsWith(".html"))
    .flatMap((file) => hashStyles(readFileSync(join(pages, file), "utf8")));
  if (hashes.length === 0) throw new Error(`no page with styles lies in ${pages}: npm run build makes them`);
  return [...new Set(hashes)].sort();
}
