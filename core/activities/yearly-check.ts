import { canonicalJson } from "#core/base/canonical.ts";
import { parseAs } from "#core/base/parsing.ts";
import { type FieldError, Problem } from "#core/base/problems.ts";
import type { PersonalFields } from "#core/initiatives/personal-fields.ts";
import type { Model } from "./model.ts";
import { ModelCheck } from "./model-check.ts";
import {
  checkHappened,
  logEntry,
  mayName,
  open,
  personalFieldsOf,
  type RecordContext,
  type Written,
} from "./record.ts";

export const maxChecks = 60;

/** Maximum characters of all checks, so that a cell of a workbook can contain them (32,767 with marks). */
const maxCheckText = 15_000;

const countText = (checks: readonly ModelCheck[]): number =>
  checks.reduce((sum, { by, note }) => sum + by.length + note.length, 0);

const modelCheckPrivacy = {
  year: open,
  on: open,
  by: mayName,
  maintained: open,
  note: mayName,
} as const satisfies PersonalFields<ModelCheck>;

const personal = personalFieldsOf(modelCheckPrivacy);

/** Requires a day in the check's year or the next. Throws `model.invalid`. */
export function parseModelCheck(input: unknown, model: Model, { today }: RecordContext): ModelCheck {
  const form = parseAs("model.invalid", ModelCheck, input);
  const errors: FieldError[] = checkHappened(form.on, "/on", {
    today,
    unit: undefined,
    sinceFounding: false,
  });
  const { launchedOn, endedOn } = model;
  const year = String(form.year);
  if (launchedOn === null) errors.push({ pointer: "/year", code: "model.check.notLaunched" });
  else if (year < launchedOn.slice(0, 4)) errors.push({ pointer: "/year", code: "model.check.beforeLaunch" });
  else if (form.on < launchedOn) errors.push({ pointer: "/on", code: "model.check.beforeLaunch" });
  if (form.year > Number(today.slice(0, 4))) errors.push({ pointer: "/year", code: "model.check.future" });
  else if (errors.length === 0 && (form.on.slice(0, 4) < year || Number(form.on.slice(0, 4)) > form.year + 1))
    errors.push({ pointer: "/on", code: "model.check.otherYear" });
  if (form.maintained && endedOn !== null && endedOn.slice(0, 4) < year)
    errors.push({ pointer: "/year", code: "model.check.ended" });
  if (model.checks.length >= maxChecks && !model.checks.some((check) => check.year === form.year))
    errors.push({ pointer: "/year", code: "model.check.tooMany" });
  const others = model.checks.filter((check) => check.year !== form.year);
  if (countText([...others, form]) > maxCheckText)
    errors.push({ pointer: "/note", code: "model.checks.tooLong", params: { max: maxCheckText } });
  if (errors.length > 0) throw new Problem("model.invalid", errors);
  return form;
}

/** Null if nothing changes. */
export function addModelCheck(
  model: Model,
  check: ModelCheck,
  { stamp }: RecordContext,
): Written<Model> | null {
  const earlier = model.checks.find(({ year }) => year === check.year);
  if (earlier && canonicalJson(earlier) === canonicalJson(check)) return null;
  const others = model.checks.filter(({ year }) => year !== check.year);
  const record: Model = {
    ...model,
    version: model.version + 1,
    changed: stamp,
    checks: [...others, check].toSorted((a, b) => a.year - b.year),
  };
  const kept = Object.entries(earlier ?? {}).filter(([name]) => !personal.has(name));
  const why = `${check.year}: ${check.maintained ? "+" : "-"}`;
  return { record, entry: logEntry("check", record, { why, before: Object.fromEntries(kept) }) };
}
