import { readFileSync } from "node:fs";
import { glob } from "node:fs/promises";
import { expect, test } from "vitest";

/*
 * A signed link dies after minutes, so none is drawn into a page: the API makes it when somebody clicks, in one place.
 */
const root = new URL("../..", import.meta.url).pathname;
const sources = new Map<string, string>();
for await (const path of glob("{core,functions,web/src}/**/*.{ts,tsx}", { cwd: root }))
  sources.set(path, readFileSync(root + path, "utf8"));

const pathsWith = (pattern: RegExp, below: string) =>
  [...sources]
    .filter(([path, source]) => path.startsWith(below) && pattern.test(source))
    .map(([path]) => path);

test("links are signed for downloads alone, by one file of the API", () => {
  expect(pathsWith(/\b(?:documents|uploads)\.link\(/, "functions/")).toEqual([
    "functions/api/jobs/download.ts",
  ]);
});

test("no view holds one but the answers to a click, and the permission to upload", () => {
  const views = pathsWith(/./, "functions/api/").filter((path) => path.endsWith("views.ts"));
  const holding = views.flatMap((path) =>
    [
      ...(sources.get(path) ?? "").matchAll(
        /export (?:interface|type|const) (\w+) =?[^;]*?\{[^}]*\b(?:url|links?)\??:/g,
      ),
    ].map(([, name]) => name),
  );
  expect(holding.toSorted()).toEqual(["CoAuthorLinksView", "DownloadView", "ReceiptView", "UploadView"]);
});

test("what a click answers is followed at once: pages keep no link, and no address holds an access key", () => {
  const links = pathsWith(/href=\{[^}]*\burl\b/, "web/src/");
  expect(links).toEqual([]);
  expect(pathsWith(/[?&](?:key|accessKey)=\$\{/, "web/src/")).toEqual([]);
});
