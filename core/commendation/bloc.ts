import * as v from "valibot";
import { AuditStamp } from "#core/base/audit-stamp.ts";
import { boundedArray, wholeNumber } from "#core/base/bounds.ts";
import { type FieldError, Problem } from "#core/base/problems.ts";
import { optionalLine, requiredLine } from "#core/base/text.ts";
import { checkAwardYear } from "./award-year.ts";

/** Unit in an emulation bloc. Units may share a rank; null means below third place. */
const BlocRow = v.strictObject({
  name: requiredLine("bloc.row", 300),
  rank: v.nullable(wholeNumber("bloc.rank.invalid", { min: 1, max: 3 })),
  prize: optionalLine("bloc.prize", 200),
});

const fields = {
  year: wholeNumber("commendation.year.invalid", { min: 1945, max: 2200 }),
  name: requiredLine("bloc.name", 200),
  rows: boundedArray(BlocRow, { min: 1, max: 100, many: "bloc.rows.tooMany", few: "bloc.rows.required" }),
  withdrawn: v.boolean("field.invalid"),
};

export const BlocForm = v.strictObject(fields);
export type BlocForm = v.InferOutput<typeof BlocForm>;

/** One year's ranks in an emulation bloc (khối thi đua). */
export const Bloc = v.strictObject({
  kind: v.literal("bloc"),
  id: v.string(),
  version: v.number(),
  unit: v.string(),
  path: v.array(v.string()),
  ...fields,
  changed: AuditStamp,
});
export type Bloc = v.InferOutput<typeof Bloc>;

/** Throws `commendation.invalid` for a unit named twice or an implausible year. */
export function checkBloc({ year, rows }: BlocForm, today: string): void {
  const names = rows.map(({ name }) => name.toLowerCase());
  const twice = names.flatMap((name, i): FieldError[] =>
    names.indexOf(name) < i ? [{ pointer: `/form/rows/${i}/name`, code: "bloc.row.twice" }] : [],
  );
  const errors = [...checkAwardYear(year, today), ...twice];
  if (errors.length > 0) throw new Problem("commendation.invalid", errors);
}
