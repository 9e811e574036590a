import { glob } from "node:fs/promises";
import fc from "fast-check";
import { Hono } from "hono/tiny";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { cleanLine, cleanProse } from "#core/base/text.ts";
import { validate } from "#core/base/validation.ts";
import { CampaignForm } from "#core/campaigns/form.ts";
import { moveForms } from "#core/initiatives/lifecycle.ts";
import { jobForms } from "#core/jobs/job.ts";
import { Unit } from "#core/units/unit.ts";
import { CampaignRow } from "#core/workbook/sheets/campaign-sheet.ts";
import { CouncilRow } from "#core/workbook/sheets/council-sheet.ts";
import { DocumentInitiativeRow } from "#core/workbook/sheets/document-initiative-sheet.ts";
import { FigureRow } from "#core/workbook/sheets/figure-sheet.ts";
import { ParticipantRow } from "#core/workbook/sheets/participant-sheet.ts";
import { PaperRow } from "#core/workbook/sheets/register-sheet.ts";
import { routesWithBodies } from "../../support/bodies.ts";

const root = new URL("../../..", import.meta.url).pathname;
const modules: object[] = await Promise.all(
  (await Array.fromAsync(glob("functions/api/*/*.ts", { cwd: root }))).map(
    (path) => import(`${root}${path}`),
  ),
);
const bodies = modules
  .flatMap((module) => Object.values(module))
  .filter((value) => value instanceof Hono)
  .flatMap((routes) => routesWithBodies(routes));

interface Node extends v.GenericSchema {
  entries?: Record<string, Node>;
  item?: Node;
  options?: readonly Node[];
  wrapped?: Node;
  value?: Node;
  pipe?: readonly Node[];
}

/** Every field of a schema that may take a text, with the way to it. */
function fieldsOf(schema: Node, at: string): [string, Node][] {
  if (schema.wrapped && !isText(schema)) return fieldsOf(schema.wrapped, at);
  if (schema.entries)
    return Object.entries(schema.entries).flatMap(([key, entry]) => fieldsOf(entry, `${at}/${key}`));
  if (schema.item) return fieldsOf(schema.item, `${at}/0`);
  if (schema.type === "variant" || (schema.type === "union" && !isText(schema)))
    return (schema.options ?? []).flatMap((option) => fieldsOf(option, at));
  return isText(schema) ? [[at, schema]] : [];
}

function isText(schema: Node): boolean {
  if (schema.type === "string") return true;
  if (schema.wrapped) return isText(schema.wrapped);
  return schema.type === "union" && (schema.options ?? []).some(isText);
}

const schemas: [string, v.GenericSchema][] = [
  ...bodies.map(({ method, path, schema }) => [`${method} ${path}`, schema] as [string, v.GenericSchema]),
  ...Object.entries(moveForms).map(([move, form]) => [`move ${move}`, form] as [string, v.GenericSchema]),
  ...Object.entries(jobForms).map(([kind, form]) => [`job ${kind}`, form] as [string, v.GenericSchema]),
  ["campaign", CampaignForm],
  ["row of campaigns", CampaignRow],
  ["row of councils", CouncilRow],
  ["row of titles", DocumentInitiativeRow],
  ["row of figures", FigureRow],
  ["row of participants", ParticipantRow],
  ["row of the register", PaperRow],
  ["row of units", Unit],
];
/** Ids in rows of a workbook come out of cells, which are clean by then; a warning is looked for among those that there are. */
const looked =
  /^row .*\/(id|unit|units\/0|campaign|document|source|cites\/0|basis\/0|partOf\/0|parent|successors\/0|copiedFrom)$|\/warning$/;
const fields = schemas
  .flatMap(([name, schema]) => fieldsOf(schema as Node, name))
  .filter(([at]) => !looked.test(at));

const hostile: Record<string, string> = {
  "invisible characters alone": "\u200B\u2060\u00AD\uFEFF\u115F\u1160\u{E0041}\uFE0F",
  "blanks alone": "\u3164\u2800\u00A0\u3000 \t\r\n",
  "a combining mark alone": "\u0301",
  "an override of the direction": "a\u202Ecba\u202C\u2066x\u2069",
  "halves of a surrogate pair": "\uD83Da\uDE00",
  "a control in a word": "Di\u0000ên\u200B Khánh",
  "100,000 characters": "ệ".repeat(100_000),
  "100,000 blanks": " ".repeat(100_000),
  "a look-alike of Đ": "Ðà Nẵng",
  "decomposed letters": "Nguye\u0302\u0303n",
  ...Object.fromEntries(
    ["\n", "\r", "\r\n", "\v", "\f", "\u0085", "\u2028", "\u2029"].map((end) => [
      `a line end ${JSON.stringify(end)}`,
      `một${end}hai`,
    ]),
  ),
};

const oneLine =
  /(name|title|label|measure|number|position|workplace|qualification|investor|issuer|subject|symbol|code|organisation|type)$/i;

test("every kind of request has been found", () => {
  expect(bodies.length).toBeGreaterThan(20);
  expect(fields.length).toBeGreaterThan(100);
});

describe.each(Object.entries(hostile))("%s", (_, text) => {
  test("is clean, or a fault, in every field that takes a text", () => {
    const dirty = fields.flatMap(([at, schema]) => {
      const read = v.safeParse(schema, text);
      if (!read.success)
        return read.issues.every(({ message }) => /^[a-zA-Z]+(\.[a-zA-Z]+)+$/.test(message))
          ? []
          : [`${at}: no words`];
      const { output } = read;
      if (typeof output !== "string") return [];
      return (oneLine.test(at) ? cleanLine : cleanProse)(output) === output && output.length < 100_000
        ? []
        : [`${at}: ${output.slice(0, 20)}`];
    });
    expect(dirty).toEqual([]);
  });
});

/** Every member of a schema's objects, whatever it takes. */
function membersOf(schema: Node, at: string): [string, Node][] {
  if (schema.wrapped) return membersOf(schema.wrapped, at);
  if (schema.entries)
    return Object.entries(schema.entries).flatMap(([key, entry]) => [
      [`${at}/${key}`, entry],
      ...membersOf(entry, `${at}/${key}`),
    ]);
  if (schema.item) return membersOf(schema.item, `${at}/0`);
  return (schema.options ?? []).flatMap((option) => membersOf(option, at));
}

test("what is missing is said to be missing, and not to be wrong", () => {
  const members = schemas.flatMap(([name, schema]) => membersOf(schema as Node, name));
  const wrong = members.flatMap(([at, schema]) =>
    [undefined, ""].flatMap((nothing) => {
      const read = validate(v.strictObject({ it: schema }), { it: nothing });
      const codes = read.ok ? [] : read.errors.map(({ code }) => code);
      return codes.some((code) => code.endsWith(".invalid")) ? [`${at}: ${codes}`] : [];
    }),
  );
  expect(members.length).toBeGreaterThan(150);
  expect(wrong).toEqual([]);
});

test("a field that must say something is refused where nothing is to be seen", () => {
  const nothing = ["\u200B", "\u2060", "\u00AD", "\u3164", "\u2800", "\u0301", " \u0301\u200B"];
  const must = fields.filter(([, schema]) => !v.safeParse(schema, "").success);
  expect(must.length).toBeGreaterThan(40);
  expect(
    must.filter(([, schema]) => nothing.some((text) => v.safeParse(schema, text).success)).map(([at]) => at),
  ).toEqual([]);
});

test("whatever a field takes it takes again unchanged", () => {
  const any = fc.string({
    unit: fc.oneof(
      fc.constantFrom(...Object.values(hostile).map((text) => text.slice(0, 3))),
      fc.string({ unit: "binary", maxLength: 1 }),
    ),
    maxLength: 12,
  });
  fc.assert(
    fc.property(fc.constantFrom(...fields), any, ([, schema], text) => {
      const once = v.safeParse(schema, text);
      if (!once.success || typeof once.output !== "string") return true;
      return v.parse(schema, once.output) === once.output;
    }),
    { numRuns: 1_000 },
  );
});
