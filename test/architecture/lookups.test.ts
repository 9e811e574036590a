import { readFileSync } from "node:fs";
import { glob } from "node:fs/promises";
import { expect, test } from "vitest";
import { lookupTable } from "../../functions/core/lookup.ts";
import { type Node, nodesOf, parse } from "./source-rules.ts";

const root = new URL("../..", import.meta.url).pathname;

/** Tables that are asked for what a pattern or a schema of ours lets through, and nothing else. */
const askedByOurs = [
  "functions/core/sheets/register-sheet.ts applicationPlaces",
  "functions/core/sheets/register-sheet.ts places",
  "functions/core/sheets/register-sheet.ts registerPlaces",
  "functions/core/text.ts wordSymbols",
  "functions/core/typing-method.ts keysOfMarks",
  "functions/documents/html-text.ts entities",
  "functions/documents/spreadsheet-text.ts entities",
  "functions/jobs/work/marked-copy.ts words",
  "functions/uploads/content.ts sameType",
  "web/src/form/steps.ts stepOfMember",
  "web/src/staff/workbooks/error-table.tsx wordsEn",
  "web/src/staff/workbooks/error-table.tsx wordsVi",
];

/** `Record<string, …>`, read-only or not. */
const isOpenRecord = (annotation: unknown): boolean => {
  for (const { node } of nodesOf(annotation)) {
    const [key] = ((node.typeArguments as Node | undefined)?.params as Node[] | undefined) ?? [];
    if ((node.typeName as Node | undefined)?.name === "Record" && key?.type === "TSStringKeyword")
      return true;
  }
  return false;
};

test("a table that is asked for any text has nothing but its own entries", async () => {
  const found: string[] = [];
  for await (const path of glob("{functions,web/src}/**/*.{ts,tsx}", { cwd: root })) {
    const program = parse(path, readFileSync(`${root}${path}`, "utf8"));
    for (const statement of program.body as Node[]) {
      const declaration = (statement.declaration ?? statement) as Node;
      for (const { id, init } of (declaration.declarations ?? []) as { id: Node; init: Node | null }[])
        if (isOpenRecord(id.typeAnnotation) && (init?.callee as Node | undefined)?.name !== "lookupTable")
          found.push(`${path} ${id.name}`);
    }
  }
  expect(found.filter((each) => !askedByOurs.includes(each)).sort()).toEqual([]);
  const table = lookupTable({ a: 1 });
  expect([table.a, table.constructor, table.toString, Reflect.get(table, "__proto__")]).toEqual([
    1,
    undefined,
    undefined,
    undefined,
  ]);
});
