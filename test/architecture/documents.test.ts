import { existsSync, globSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { expect, test } from "vitest";
import { demoStaff } from "../../local/demo/staff.ts";

const root = new URL("../..", import.meta.url).pathname;
const read = (path: string) => readFileSync(join(root, path), "utf8");
const documents = [
  "README.md",
  "ARCHITECTURE.md",
  "CONTRIBUTING.md",
  ...globSync("docs/**/*.md", { cwd: root }),
];
const sources = globSync("{core,functions,infra,local,operations,web/src,test}/**/*.{ts,tsx}", { cwd: root });

const named = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, name = ""]) => name);

test.each(documents)("%s names files that are there", (document) => {
  const text = read(document);
  const files = named(text, /`([\w./-]+\.tsx?)`/g).filter(
    (file) =>
      !sources.some((source) => source === file || source.endsWith(`/${file}`)) &&
      !existsSync(join(root, file)),
  );
  expect(files).toEqual([]);
  const links = named(text, /\]\(([^)#:]+)\)/g);
  expect(links.filter((link) => !existsSync(join(root, dirname(document), link)))).toEqual([]);
  const folders = named(text, /`((?:functions|infra|local|web|test|docs)\/[\w/-]+)`/g);
  expect(folders.filter((folder) => !existsSync(join(root, folder)) && folder !== "web/dist")).toEqual([]);
});

test("commands named in them are in package.json", () => {
  const { scripts } = JSON.parse(read("package.json"));
  const commands = documents.flatMap((document) => named(read(document), /npm (?:run )?([\w:]+(?:-\w+)*)/g));
  const unknown = commands.filter(
    (command) => command !== "ci" && command !== "run" && !(command in scripts),
  );
  expect(unknown).toEqual([]);
});

test("the README's demo accounts are the example's", () => {
  const accounts = named(read("README.md"), /`([\w-]+@example\.vn)`/g);
  expect(accounts.toSorted()).toEqual(
    demoStaff(() => "")
      .map(({ email }) => email)
      .toSorted(),
  );
});

test("decisions are numbered without gaps", () => {
  const numbers = documents
    .filter((document) => document.startsWith("docs/decisions/") && !document.endsWith("/README.md"))
    .map((path) => Number(basename(path).slice(0, 4)));
  expect(numbers.toSorted((a, b) => a - b)).toEqual(numbers.map((_, i) => i + 1));
});

test("the index of decisions names every one of them", () => {
  const index = readFileSync(join(root, "docs/decisions/README.md"), "utf8");
  const pages = globSync("docs/decisions/0*.md", { cwd: root }).map((path) => basename(path));
  expect(pages.filter((page) => !index.includes(`(${page})`))).toEqual([]);
});
