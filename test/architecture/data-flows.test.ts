import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { headsPrefix, indexes, uploadPrefixes } from "../../functions/store/keys.ts";

const root = new URL("../..", import.meta.url).pathname;
const read = (path: string) => readFileSync(join(root, path), "utf8");
const all = (pattern: string) => globSync(pattern, { cwd: root }).map(read).join("\n");
const named = (text: string, pattern: RegExp) =>
  [...new Set([...text.matchAll(pattern)].map(([, name = ""]) => name))].toSorted();

const document = read("docs/data-flows.md");
/** All that stands between backticks. */
const inCode = named(document, /`([^`]+)`/g);

test("the page on data flows names every kind of row", () => {
  const [head = ""] = read("functions/store/keys.ts").split("*/");
  const kinds = named(head, /(?:table|byQueue|byUnit|byLibrary) +([A-Z]+)/g);
  expect(kinds.length).toBeGreaterThan(30);
  const known = inCode.map((word) => word.replace(/#.*/, ""));
  expect(kinds.filter((kind) => !known.includes(kind))).toEqual([]);
  expect(indexes.map(({ name }) => name).filter((name) => !inCode.includes(name))).toEqual([]);
});

test("it names every bucket and every prefix", () => {
  const infra = all("infra/*.ts");
  const buckets = named(infra, /(?:createBucket\(\s*\w+,\s*|new Bucket\(\s*\w+,\s*)"(\w+)"/g);
  expect(buckets.length).toBeGreaterThan(4);
  const prefixes = [...named(infra, /prefix: "(\w+\/)"/g), ...Object.values(uploadPrefixes), headsPrefix];
  expect([...buckets, ...prefixes].filter((name) => !inCode.includes(name))).toEqual([]);
});

test("it names what is asked of AWS, and nothing that is not", () => {
  const asked = named(all("functions/store/**/*.ts"), /\b([A-Z]\w+Command)\(/g);
  expect(asked.length).toBeGreaterThan(15);
  expect(inCode.filter((word) => /^\w+Command$/.test(word))).toEqual(asked);
  const transactions = globSync("functions/store/**/*.ts", { cwd: root }).filter((path) =>
    read(path).includes("new TransactWriteCommand("),
  );
  const said = document.slice(document.indexOf("Transactions are the one thing"));
  expect(named(said, /`(functions\/store\/[\w/-]+\.ts)`/g)).toEqual(transactions.toSorted());
});
