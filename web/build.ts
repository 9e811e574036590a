import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { build, type Manifest } from "vite";
import { buildServiceWorker } from "./build-service-worker.ts";

const prerendered = [
  { path: "/gui", file: "gui/index.html", source: "src/public/form/form-page.tsx" },
  { path: "/tra-cuu", file: "tra-cuu/index.html", source: "src/public/follow/follow-page.tsx" },
  // Written last: this file marks a complete build.
  { path: "/", file: "index.html", source: "src/public/home/home.tsx" },
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
const { prerenderPage } = (await import(
  pathToFileURL(join(drawing, "prerender.js")).href
)) as typeof import("./src/prerender.tsx");

const manifest = JSON.parse(await readFile(join(pages, ".vite/manifest.json"), "utf8")) as Manifest;
const shell = await readFile(join(pages, "index.html"), "utf8");
await rm(join(pages, "index.html"));
await rm(join(pages, ".vite"), { recursive: true });
await writeFile(join(pages, "app.html"), shell);
await writeFile(join(pages, "not-found.html"), shell);
const stylesheet = /<link rel="stylesheet"[^<>]*>/g;
for (const { path, file, source } of prerendered) {
  const { title, body } = await prerenderPage(path);
  const links = await linksFor(source);
  const html = shell
    .replace(/<title>[^<]*<\/title>/, () => `<title>${title}</title>`)
    .replace(stylesheet, "")
    .replace("</head>", () => `${links}</head>`)
    .replace('<div id="root"></div>', () => `<div id="root">${body}</div>`);
  await mkdir(dirname(join(pages, file)), { recursive: true });
  await writeFile(join(pages, file), html);
}
await buildServiceWorker(pages, manifest);

/**
 * Head tags of a page: inline styles and script preloads. Disabled stylesheet links keep Vite's loader from loading the
 * styles again.
 */
async function linksFor(source: string): Promise<string> {
  const scripts = new Set<string>();
  const styles = new Set<string>();
  const take = (name: string) => {
    const chunk = manifest[name];
    if (!chunk || scripts.has(chunk.file)) return;
    scripts.add(chunk.file);
    chunk.imports?.forEach(take);
    for (const style of chunk.css ?? []) styles.add(style);
  };
  take("index.html");
  take(source);
  const texts = await Promise.all([...styles].map((style) => readFile(join(pages, style), "utf8")));
  return [
    `<style>${texts.map((text) => text.trim()).join("")}</style>`,
    ...[...styles].map((style) => `<link rel="stylesheet" href="/${style}" disabled>`),
    ...[...scripts]
      .filter((script) => !shell.includes(`"/${script}"`))
      .map((script) => `<link rel="modulepreload" href="/${script}">`),
  ].join("");
}
