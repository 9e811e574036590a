import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { build, type Manifest } from "vite";
import { buildServiceWorker } from "./build-service-worker.ts";

/** The pages that are drawn at build, with the source that is fetched for each beside the entry. */
const prerendered = [
  { path: "/gui", file: "gui/index.html", source: "src/form/form-page.tsx" },
  { path: "/tra-cuu", file: "tra-cuu/index.html", source: "src/follow/follow-page.tsx" },
  // Last: that this file is there says that all is.
  { path: "/", file: "index.html", source: "src/home/home.tsx" },
];

const configFile = join(import.meta.dirname, "vite.config.ts");
const pages = join(import.meta.dirname, "dist");
const drawing = join(import.meta.dirname, "../node_modules/.cache/doan-ket-sang-tao-drawing");

await build({ configFile, build: { manifest: true } });
await build({
  configFile,
  logLevel: "warn",
  build: { ssr: join(import.meta.dirname, "src/prerender.tsx"), outDir: drawing },
});
const { drawPage } = (await import(
  pathToFileURL(join(drawing, "prerender.js")).href
)) as typeof import("./src/prerender.tsx");

const manifest = JSON.parse(await readFile(join(pages, ".vite/manifest.json"), "utf8")) as Manifest;
const shell = await readFile(join(pages, "index.html"), "utf8");
await rm(join(pages, "index.html"));
await rm(join(pages, ".vite"), { recursive: true });
// Staff and addresses that lead nowhere begin empty.
await writeFile(join(pages, "app.html"), shell);
for (const { path, file, source } of prerendered) {
  const { title, body } = await drawPage(path);
  const html = shell
    .replace(/<title>.*?<\/title>/, () => `<title>${title}</title>`)
    .replace("</head>", () => `${linksFor(source)}</head>`)
    .replace('<div id="root"></div>', () => `<div id="root">${body}</div>`);
  await mkdir(dirname(join(pages, file)), { recursive: true });
  await writeFile(join(pages, file), html);
}
await buildServiceWorker(pages, manifest);

/** Lets the browser fetch scripts and styles of a page together with the entry's, rather than after it. */
function linksFor(source: string): string {
  const scripts = new Set<string>();
  const styles = new Set<string>();
  const take = (name: string) => {
    const chunk = manifest[name];
    if (!chunk || scripts.has(chunk.file)) return;
    scripts.add(chunk.file);
    for (const style of chunk.css ?? []) styles.add(style);
    chunk.imports?.forEach(take);
  };
  take(source);
  return [
    ...[...styles].map((style) => `<link rel="stylesheet" href="/${style}">`),
    ...[...scripts].map((script) => `<link rel="modulepreload" href="/${script}">`),
  ]
    .filter((link) => !shell.includes(link.slice(link.indexOf("href"), -1)))
    .join("");
}
