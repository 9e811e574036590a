import { readFileSync } from "node:fs";
import { glob } from "node:fs/promises";
import { performance } from "node:perf_hooks";
import { expect, test } from "vitest";
import { type Node, nodesOf, parse } from "./source-rules.ts";

const root = new URL("../..", import.meta.url).pathname;
const paths = (
  await Array.fromAsync(
    glob("{core,functions,web,local,operations,infra,bench}/**/*.{ts,tsx}", { cwd: root }),
  )
).filter((path) => !/(^|\/)(node_modules|dist)\//.test(path));

/** Where patterns are put together as the program runs; the texts that they are given are bounded there. */
const composed = [
  "core/base/typed-number.ts",
  "functions/documents/docx/table.ts",
  "functions/notices/foreign-text.ts",
  "operations/stack.ts",
  "web/page-paths.ts",
  "web/src/public/follow/links.ts",
];

const patterns = new Map<string, { pattern: RegExp; path: string }>();
const composing = new Set<string>();
for (const path of paths)
  for (const { node } of nodesOf(parse(path, readFileSync(`${root}${path}`, "utf8")))) {
    const { regex } = node as { regex?: { pattern: string; flags: string } };
    if (node.type === "Literal" && regex) {
      const pattern = new RegExp(regex.pattern, regex.flags.replace(/[gy]/g, ""));
      // Without a quantifier that has no end a pattern looks at a few characters from each place.
      if (/[*+]|\{\d+,\}|\{\d*,?\d{3,}\}/.test(regex.pattern))
        patterns.set(String(pattern), { pattern, path });
    }
    if (node.type === "NewExpression" && (node.callee as Node).name === "RegExp") composing.add(path);
  }

/** So many repetitions cost a quadratic pattern 100 ms and more, and a linear one less than 1 ms. */
const repetitions = 15_000;
const mostMilliseconds = 40;

const common = [..."aA0 \n\t.,;:-_/\\@%#=<>()[]\"'ế\u0301"];

/** Texts on which a pattern may go back and forth: each character that it could mean, over and over, behind words of it, and cut short. */
function* hostileTexts({ source }: RegExp): Generator<string> {
  const words = source
    .replaceAll(/\\[pPu]\{[^{}]*\}|\\[a-zA-Z]|\[\^?(?:\\.|[^\]\\])*\]|\{[\d,]*\}|\(\?[:=!<]*/g, "|")
    .replaceAll(/\\(.)/g, "$1")
    .split(/[|^$*+?()]+/)
    .filter(Boolean);
  const prefixes = new Set(["", words[0] ?? "", words.join("")]);
  const singles = new Set([...common, ...words.join("")].slice(0, 60));
  for (const pump of singles) for (const prefix of prefixes) yield* ended(prefix + pump.repeat(repetitions));
  for (const word of words.slice(0, 4))
    for (const more of ["", " ", "a"]) yield* ended((word + more).repeat(repetitions));
}

function* ended(text: string): Generator<string> {
  for (const end of ["", "\n", "\n!", "\u0001"]) yield text + end;
}

/** The shortest of three tries: a busy machine makes one longer, not all. One far beyond the limit is not tried again. */
function milliseconds(pattern: RegExp, text: string): number {
  let best = Number.POSITIVE_INFINITY;
  for (let n = 0; n < 3 && best > mostMilliseconds; n++) {
    const from = performance.now();
    pattern.test(text);
    best = Math.min(best, performance.now() - from);
    if (best > 10 * mostMilliseconds) break;
  }
  return best;
}

const slowest = (pattern: RegExp): string | null => {
  for (const text of hostileTexts(pattern))
    if (milliseconds(pattern, text) > mostMilliseconds)
      return JSON.stringify(`${text.slice(0, 20)}…${text.slice(-3)}`);
  return null;
};

test("every pattern takes time in proportion to its text", () => {
  expect(patterns.size).toBeGreaterThan(80);
  const slow = [...patterns.values()].flatMap(({ pattern, path }) => {
    const text = slowest(pattern);
    return text ? [`${path}: ${pattern} on ${text}`] : [];
  });
  expect(slow).toEqual([]);
});

test("a pattern that goes back and forth is found", () => {
  const known = [
    /\s*\*$/,
    /^\S+@\S+\.\S+$/,
    /<style>.*?<\/style>/s,
    /^lượt\s+(.+)$/,
    /(.)\/+$/,
    /\s*\([^)]*\)$/,
  ];
  expect(known.filter((pattern) => slowest(pattern) === null)).toEqual([]);
});

test("patterns are put together in few places", () => {
  expect([...composing].toSorted()).toEqual(composed);
});
