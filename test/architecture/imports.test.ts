import { readFileSync } from "node:fs";
import { glob } from "node:fs/promises";
import { stripTypeScriptTypes } from "node:module";
import { relative } from "node:path";
import { describe, expect, test } from "vitest";
import {
  findCrowdedFolders,
  findCycles,
  findEnvironmentReads,
  findImpurities,
  findLocalBranches,
  findPrints,
  findUnlimitedReads,
  findWrongDirections,
  findWrongFeatures,
  findWrongStaffImports,
  type Sources,
} from "./source-rules.ts";

const root = new URL("../..", import.meta.url).pathname;
const patterns = ["{core,functions,infra,local,operations,web,test,bench}/**/*.{ts,tsx}", "*.ts"];
const files = await Array.fromAsync(
  glob(patterns, { cwd: root, exclude: (name) => ["node_modules", "dist", "cdk.out"].includes(name) }),
);
const sources: Sources = new Map(
  files
    .filter((path) => !path.endsWith(".d.ts"))
    .map((path) => [relative(root, `${root}${path}`), readFileSync(`${root}${path}`, "utf8")]),
);

/** Node runs the sources by stripping their types; it refuses some names and syntax that the compiler accepts. */
function findUnstrippable(sources: Sources): string[] {
  return [...sources].flatMap(([path, source]) => {
    if (path.endsWith(".tsx")) return [];
    try {
      stripTypeScriptTypes(source);
      return [];
    } catch (error) {
      return [`${path}: ${(error as Error).message}`];
    }
  });
}

const only = (path: string, source: string): Sources => new Map([[path, source]]);

test("Node can strip the types of every source file", () => {
  expect(findUnstrippable(sources)).toEqual([]);
  expect(findUnstrippable(only("core/a.ts", "for (const of of [1]) {}"))).toHaveLength(1);
  expect(findUnstrippable(only("core/a.ts", "enum A { B }"))).toHaveLength(1);
});

test("all source files are walked", () => {
  for (const known of [
    "core/base/ids.ts",
    "functions/api/staff-app.ts",
    "functions/store/keys.ts",
    "sst.config.ts",
  ])
    expect(sources.has(known), known).toBe(true);
});

describe("imports run one way", () => {
  test("in all files", () => expect(findWrongDirections(sources)).toEqual([]));

  test("between the features of core", () => expect(findWrongFeatures(sources)).toEqual([]));

  test.each([
    ["core/units/unit.ts", "#core/campaigns/campaign.ts"],
    ["core/jobs/job.ts", "#core/workbook/plan.ts"],
    ["core/initiatives/draft.ts", "../report/report.ts"],
  ])("%s must not say %s", (path, specifier) => {
    expect(findWrongFeatures(only(path, `import "${specifier}";`))).toEqual([`${path}: ${specifier}`]);
  });

  test("a file of core in no feature is told", () => {
    expect(findWrongFeatures(only("core/ids.ts", ""))).toEqual(["core/ids.ts: lies in no feature"]);
  });

  test("between the features of the staff's pages", () => expect(findWrongStaffImports(sources)).toEqual([]));

  test.each([
    ["web/src/staff/units/a.tsx", "../people/b.tsx"],
    ["web/src/staff/parts/a.tsx", "../units/b.tsx"],
    ["web/src/staff/jobs/exports/a.tsx", "../../units/b.tsx"],
  ])("%s must not say %s of the staff's pages", (path, specifier) => {
    expect(findWrongStaffImports(only(path, `import "${specifier}";`))).toEqual([`${path}: ${specifier}`]);
  });

  test("without a circle", () => expect(findCycles(sources)).toEqual([]));

  test.each([
    ["core/a.ts", 'import { Hono } from "hono";', "hono"],
    ["core/a.ts", 'import type { Hono } from "hono";', "type hono"],
    ["core/a.ts", 'import { readFile } from "node:fs/promises";', "node:fs/promises"],
    ["core/a.ts", 'import { readFile } from "fs";', "fs"],
    ["core/a.ts", 'export { openTable } from "../store/table.ts";', "../store/table.ts"],
    ["core/a.ts", 'type T = import("../store/table.ts").Table;', "type ../store/table.ts"],
    ["core/a.ts", 'export * from "valibotx";', "valibotx"],
    ["functions/store/a.ts", 'import "../api/staff-app.ts";', "../api/staff-app.ts"],
    ["functions/api/a.ts", 'import { S3Client } from "@aws-sdk/client-s3";', "@aws-sdk/client-s3"],
    ["functions/api/a.ts", 'const x = await import("../documents/docx.ts");', "../documents/docx.ts"],
    ["functions/api/a.ts", 'import { startSystem } from "../../local/system.ts";', "../../local/system.ts"],
    ["functions/api/a.ts", "await import(name);", "(computed)"],
    ["functions/figures/a.ts", 'import { handler } from "aws-lambda";', "aws-lambda"],
    ["functions/documents/a.ts", 'import { isDay } from "#core/base/text.ts";', "#core/base/text.ts"],
    [
      "functions/annual-report/a.ts",
      'import { buildBody } from "../../test/support/submissions.ts";',
      "../../test/support/submissions.ts",
    ],
    [
      "web/src/a.tsx",
      'import { createApp } from "../../functions/api/staff-app.ts";',
      "../../functions/api/staff-app.ts",
    ],
    [
      "web/src/a.tsx",
      'import { type App } from "../../functions/api/staff-app.ts";',
      "../../functions/api/staff-app.ts",
    ],
    [
      "web/src/a.tsx",
      'import { openTable } from "../../functions/store/table.ts";',
      "../../functions/store/table.ts",
    ],
    ["infra/a.ts", 'import { openTable } from "../functions/store/table.ts";', "../functions/store/table.ts"],
  ])("%s must not say %s", (path, source, specifier) => {
    expect(findWrongDirections(only(path, source))).toEqual([`${path}: ${specifier}`]);
  });

  test.each([
    [
      "core/a.ts",
      'import * as v from "valibot"; import { sha256 } from "@noble/hashes/sha2.js"; import { b } from "./b.ts";',
    ],
    [
      "functions/store/a.ts",
      'import { PutCommand } from "@aws-sdk/lib-dynamodb"; import { Problem } from "#core/base/problems.ts";',
    ],
    ["functions/figures/a.ts", 'import type { DynamoDBStreamEvent } from "aws-lambda";'],
    [
      "web/src/a.tsx",
      'import type { ListView } from "../../functions/api/initiatives/views.ts"; import "./a.css"; export const a = <p>{1}</p>;',
    ],
    [
      "infra/a.ts",
      'import { indexes } from "../functions/store/keys.ts"; import { Stack } from "aws-cdk-lib";',
    ],
    ["local/a.ts", 'import "../functions/api/staff-app.ts"; import "s3rver"; import "node:http";'],
  ])("%s may say %s", (path, source) => expect(findWrongDirections(only(path, source))).toEqual([]));

  test("a file outside every folder with a direction is told", () => {
    expect(findWrongDirections(only("functions/utils/a.ts", ""))).toEqual([
      "functions/utils/a.ts: lies in no folder with a direction",
    ]);
  });

  test("a circle is told, of types too", () => {
    const circle = new Map([
      ["core/a.ts", 'import { b } from "./b.ts";'],
      ["core/b.ts", 'import type { C } from "./c.ts";'],
      ["core/c.ts", 'export { a } from "./a.ts";'],
      ["core/d.ts", 'export { a } from "./a.ts";'],
    ]);
    expect(findCycles(circle)).toEqual(["core/a.ts -> core/b.ts -> core/c.ts -> core/a.ts"]);
  });
});

describe("core is pure", () => {
  test("in all its files", () => expect(findImpurities(sources)).toEqual([]));

  test.each([
    ["const now = Date.now();", "Date.now"],
    ["const now = new Date();", "new Date()"],
    ["const now = Date();", "Date()"],
    ["const n = Math.random();", "Math.random"],
    ["const { env } = process;", "process"],
    ["export const get = () => fetch('/');", "fetch"],
    ["const bytes = crypto.getRandomValues(new Uint8Array(1));", "crypto"],
    ["console.log(1);", "console"],
    ["globalThis.x = 1;", "globalThis"],
  ])("%s is told", (source, what) => {
    expect(findImpurities(only("core/a.ts", source))).toEqual([`core/a.ts: ${what}`]);
  });

  test("a date made of something, a member of such a name, and another folder's clock are not", () => {
    const source = "const a = new Date(text); const b = step.process; const c = { fetch: 1 };";
    expect(findImpurities(only("core/a.ts", source))).toEqual([]);
    expect(findImpurities(only("functions/api/a.ts", "new Date();"))).toEqual([]);
  });
});

describe("production code knows of no other machine", () => {
  test("it does not ask whether it runs locally", () => expect(findLocalBranches(sources)).toEqual([]));

  test("it reads the environment in one place", () => expect(findEnvironmentReads(sources)).toEqual([]));

  test.each([
    "if (local) x();",
    "if (isLocal && y) x();",
    "const url = settings.local ? a : b;",
    "if (host === 'localhost') x();",
    "if (stage === 'local') x();",
  ])("%s is told", (source) => expect(findLocalBranches(only("functions/api/a.ts", source))).toHaveLength(1));

  test("a locality is none", () => {
    expect(
      findLocalBranches(only("functions/api/a.ts", "if (locality) x(); if (locale === 'vi') y();")),
    ).toEqual([]);
  });

  test("a second reader of the environment is told", () => {
    expect(findEnvironmentReads(only("functions/api/a.ts", "const { PORT } = process.env;"))).toEqual([
      "functions/api/a.ts",
    ]);
  });
});

describe("functions tell what happens by the telemetry alone, and of an error never what it says", () => {
  test("in all files", () => expect(findPrints(sources)).toEqual([]));

  test.each([
    "console.error('x');",
    "log('failed', { error: String(error) });",
    "deps.log('failed', { error: error.message });",
    "c.var.deps.log('failed', { at: { stack: error.stack } });",
  ])("%s is told", (source) => expect(findPrints(only("functions/api/a.ts", source))).toHaveLength(1));

  test("a fault is none", () => {
    const source = "log('failed', { id, fault: summariseError(error) }); const text = String(error);";
    expect(findPrints(only("functions/api/a.ts", source))).toEqual([]);
  });
});

describe("every page of a read has a limit", () => {
  test("in all files", () => expect(findUnlimitedReads(sources)).toEqual([]));

  test.each([
    ["new QueryCommand({ TableName, KeyConditionExpression })", 1],
    ["new ScanCommand({ ...filter, ExclusiveStartKey: start })", 1],
    ["new ScanCommand({ TableName, Limit: 250 })", 0],
    ["new GetCommand({ TableName, Key })", 0],
  ])("%s: told %i times", (source, times) => {
    expect(findUnlimitedReads(only("functions/store/a.ts", source))).toHaveLength(times);
  });
});

test("no folder holds more source files than one can look over", () => {
  expect(findCrowdedFolders(sources)).toEqual([]);
  const crowded = new Map(Array.from({ length: 26 }, (_, i) => [`core/base/file-${i}.ts`, ""]));
  expect(findCrowdedFolders(crowded)).toEqual(["core/base: 26"]);
});
