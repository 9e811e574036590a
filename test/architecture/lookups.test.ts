import { readFileSync } from "node:fs";
import { glob } from "node:fs/promises";
import { expect, test } from "vitest";
import { lookupTable } from "#core/base/lookup.ts";
import { type Node, nodesOf, parse } from "./source-rules.ts";

const root = new URL("../..", import.meta.url).pathname;

/** Tables that are asked for what a pattern or a schema of ours lets through, and nothing else. */
const askedByOurs = [
  "core/workbook/sheets/register-sheet.ts applicationColumns",
  "core/workbook/sheets/register-sheet.ts registerColumns",
  "core/base/text.ts wordSymbols",
  "core/base/typing-method.ts keysOfMarks",
  "functions/documents/html/text.ts entities",
  "functions/documents/spreadsheet/spreadsheet-text.ts entities",
  "functions/jobs/import/marked-copy.ts words",
  "functions/uploads/content.ts sameType",
  "web/src/public/form/steps/steps.ts stepOfMember",
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
  for await (const path of glob("{core,functions,web/src}/**/*.{ts,tsx}", { cwd: root })) {
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
