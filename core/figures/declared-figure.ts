import { sha256 } from "@noble/hashes/sha2.js";
import * as v from "valibot";
import { boundedArray } from "#core/base/bounds.ts";
import { checkPlausibleDay, firstYears } from "#core/base/calendar.ts";
import { parseAs } from "#core/base/parsing.ts";
import { isReversed, type Period, PeriodBound } from "#core/base/period.ts";
import { type FieldError, Problem } from "#core/base/problems.ts";
import { cleanLine, isDay, optionalProse, reference, requiredLine } from "#core/base/text.ts";
import { DeclaredFigure, type EarlierFigure } from "./figure.ts";
import { findStatement, sayQuantity } from "./sentence.ts";

/** `key` is null for a custom label. */
export const DeclaredForm = v.strictObject({
  key: v.nullable(DeclaredFigure.entries.key),
  from: PeriodBound,
  to: PeriodBound,
  value: DeclaredFigure.entries.value,
  qualifier: DeclaredFigure.entries.qualifier,
  measure: requiredLine("figure.measure", 60),
  label: requiredLine("figure.label", 300),
  partOf: boundedArray(reference("field.invalid", 120), { max: 20, many: "figure.partOf.tooMany" }),
  kind: v.optional(DeclaredFigure.entries.kind, "flow"),
  section: v.optional(DeclaredFigure.entries.section, null),
  place: v.optional(DeclaredFigure.entries.place, null),
  sentence: DeclaredFigure.entries.sentence,
  document: v.nullable(reference()),
  note: optionalProse("figure.note", 1_000),
  why: optionalProse("figure.why", 500),
  withdrawn: v.optional(v.boolean("field.invalid"), false),
});
export type DeclaredForm = v.InferOutput<typeof DeclaredForm>;

export interface FigureAuthor {
  staff: string;
  name: string;
  at: string;
}

const digits = ["khong", "mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin"];

/**
 * Key outside the catalogue: `own.`, the label without marks, and five letters of a hash of label and measure. Unicode
 * form and case do not matter.
 */
export function keyOfLabel(label: string, measure: string): string {
  const [same, counted] = [label, measure].map((text) => cleanLine(text).toLowerCase());
  const words = (same ?? "")
    .replaceAll("đ", "d")
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/\d/g, (digit) => ` ${digits[Number(digit)]} `)
    .split(/[^a-z]+/)
    .filter(Boolean);
  const name = words
    .map((word, i) => (i === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join("");
  const mark = [...sha256(new TextEncoder().encode(`${same}\n${counted}`)).subarray(0, 5)].map((byte) =>
    String.fromCharCode(97 + (byte % 26)),
  );
  return ["own", name.slice(0, 40), mark.join("")].filter(Boolean).join(".");
}

/** Parses ids such as `models.built~2019~2021-06-30`, unique within a unit. */
export function readDeclaredId(id: string): (Period & { key: string }) | null {
  const [key = "", from = "", to = "", ...more] = id.split("~");
  const parsed = v.safeParse(
    v.strictObject({ key: DeclaredFigure.entries.key, from: PeriodBound, to: PeriodBound }),
    {
      key,
      from,
      to,
    },
  );
  return parsed.success && more.length === 0 ? parsed.output : null;
}

/** Throws `declared.invalid`. */
export function parseDeclared(input: unknown, context: DeclarationContext): DeclaredForm & { key: string } {
  const parsed = parseAs("declared.invalid", DeclaredForm, input);
  const form = { ...parsed, key: parsed.key ?? keyOfLabel(parsed.label, parsed.measure) };
  const errors = checkDeclared(form, context);
  if (errors.length > 0) throw new Problem("declared.invalid", errors);
  return form;
}

interface DeclarationContext {
  documents: ReadonlySet<string>;
  wholes: ReadonlySet<string>;
  today: string;
}

function checkDeclared(form: DeclaredForm & { key: string }, context: DeclarationContext): FieldError[] {
  const errors: FieldError[] = [];
  const plausible = { from: firstYears.document, today: context.today };
  errors.push(...checkPlausibleDay(form.from, "/from", plausible));
  errors.push(...checkPlausibleDay(form.to, "/to", plausible));
  if (isReversed(form)) errors.push({ pointer: "/to", code: "figure.period.backwards" });
  if (form.kind === "stock" && (form.from !== form.to || !isDay(form.to)))
    errors.push({ pointer: "/to", code: "figure.stock.day" });
  if (form.sentence !== "" && !form.withdrawn && !findStatement(form.sentence, form))
    errors.push({
      pointer: "/sentence",
      code: "figure.sentence.number",
      params: { said: sayQuantity(form) },
    });
  if (form.value === null && form.qualifier !== null)
    errors.push({ pointer: "/qualifier", code: "figure.qualifier.unknown" });
  if (form.key === "recognitionRate") errors.push({ pointer: "/key", code: "figure.key.derived" });
  for (const [i, whole] of form.partOf.entries()) {
    if (whole === form.key) errors.push({ pointer: `/partOf/${i}`, code: "figure.partOf.itself" });
    else if (!context.wholes.has(whole))
      errors.push({ pointer: `/partOf/${i}`, code: "figure.partOf.unknown" });
  }
  if (form.document !== null && !context.documents.has(form.document))
    errors.push({ pointer: "/document", code: "campaign.basis.unknown" });
  return errors;
}

/** Null if nothing changes. Throws `declared.invalid` for a correction without a reason. */
export function declareFigure(
  unit: string,
  form: DeclaredForm & { key: string },
  before: DeclaredFigure | null,
  author: FigureAuthor,
): DeclaredFigure | null {
  const { why, ...statement } = form;
  if (before && isSameStatement(before, statement)) return null;
  if (before && !before.withdrawn && why === "")
    throw new Problem("declared.invalid", [{ pointer: "/why", code: "figure.why.required" }]);
  return {
    ...statement,
    unit,
    declaredBy: author,
    version: before ? before.version + 1 : 1,
    earlier: before ? [...before.earlier, asEarlier(before, author, why)] : [],
  };
}

const isSameStatement = (before: DeclaredFigure, statement: Omit<DeclaredForm, "why">) =>
  (
    [
      "value",
      "qualifier",
      "measure",
      "label",
      "kind",
      "section",
      "place",
      "sentence",
      "document",
      "note",
    ] as const
  ).every((name) => before[name] === statement[name]) &&
  before.withdrawn === statement.withdrawn &&
  before.partOf.join() === statement.partOf.join();

function asEarlier(before: DeclaredFigure, until: FigureAuthor, why: string): EarlierFigure {
  const { unit, key, from, to, version, earlier, ...statement } = before;
  return { ...statement, until, why };
}
