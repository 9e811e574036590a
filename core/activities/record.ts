import * as v from "valibot";
import { AuditStamp } from "#core/base/audit-stamp.ts";
import { maxFaults } from "#core/base/bounds.ts";
import { checkPlausibleDay, firstYears, writeDay } from "#core/base/calendar.ts";
import { canonicalJson } from "#core/base/canonical.ts";
import { type FieldError, Problem, type ProblemCode } from "#core/base/problems.ts";
import { validate } from "#core/base/validation.ts";
import { pathOf, type Unit } from "#core/units/unit.ts";

export const recordKinds = ["activity", "model", "replication"] as const;
export type RecordKind = (typeof recordKinds)[number];

/** `path`: unit and ancestors at entry, smallest first. */
export const RecordHead = v.strictObject({
  id: v.string(),
  version: v.number(),
  unit: v.string(),
  path: v.array(v.string()),
  year: v.number(),
  /** Kept, but neither counted nor listed. */
  withdrawn: v.boolean(),
  changed: AuditStamp,
});
export type RecordHead = v.InferOutput<typeof RecordHead>;

export const open = { shownTo: ["readers"], erased: "never" } as const;
/** Free text that may name a person; the log does not store its earlier values. */
export const mayName = { shownTo: ["readers"], erased: "always" } as const;

export const recordActions = [
  "enter",
  "change",
  "withdraw",
  "restore",
  "check",
  "confirm",
  "answer",
] as const;
export type RecordAction = (typeof recordActions)[number];

/** `before`: earlier values of changed fields, except personal ones. */
export const LogEntry = v.strictObject({
  n: v.number(),
  action: v.picklist(recordActions),
  stamp: AuditStamp,
  why: v.string(),
  fields: v.array(v.string()),
  before: v.record(v.string(), v.unknown()),
});
export type LogEntry = v.InferOutput<typeof LogEntry>;

export interface Written<R> {
  record: R;
  entry: LogEntry;
}

export interface RecordContext {
  units: ReadonlyMap<string, Unit>;
  stamp: AuditStamp;
  today: string;
}

export interface NewHead {
  id: string;
  unit: string;
}

export function createHead({ id, unit }: NewHead, year: number, { units, stamp }: RecordContext): RecordHead {
  return { id, version: 1, unit, path: pathOf(units, unit), year, withdrawn: false, changed: stamp };
}

export function logEntry(
  action: RecordAction,
  after: RecordHead,
  more: Partial<Pick<LogEntry, "why" | "fields" | "before">> = {},
): LogEntry {
  return { n: after.version, action, stamp: after.changed, why: "", fields: [], before: {}, ...more };
}

/** `personal`: fields whose earlier values are not logged. Null if nothing changes. */
export function changeForm<F extends object, R extends F & RecordHead>(
  before: R,
  form: F,
  { withdrawn, why, personal, stamp }: FormChange,
): Written<R> | null {
  const names = Object.keys(form) as (keyof F & string)[];
  const fields = names.filter((name) => canonicalJson(before[name]) !== canonicalJson(form[name]));
  if (fields.length === 0 && withdrawn === before.withdrawn) return null;
  const record: R = { ...before, ...form, version: before.version + 1, withdrawn, changed: stamp };
  const action = withdrawn === before.withdrawn ? "change" : withdrawn ? "withdraw" : "restore";
  const kept = fields.filter((name) => !personal.has(name)).map((name) => [name, before[name]]);
  return { record, entry: logEntry(action, record, { why, fields, before: Object.fromEntries(kept) }) };
}

interface FormChange {
  withdrawn: boolean;
  why: string;
  personal: ReadonlySet<string>;
  stamp: AuditStamp;
}

/** Fields of a privacy table that an erasure may remove. */
export const personalFieldsOf = (privacy: Record<string, { erased?: string }>): ReadonlySet<string> =>
  new Set(Object.entries(privacy).flatMap(([name, { erased }]) => (erased === "never" ? [] : [name])));

/** Refuses a day that is implausible, in the future, or outside the unit's lifetime. */
export function checkHappened(
  day: string | null,
  pointer: string,
  { today, unit, sinceFounding }: { today: string; unit: Unit | undefined; sinceFounding: boolean },
): FieldError[] {
  if (day === null || day === "") return [];
  const slips = checkPlausibleDay(day, pointer, { from: firstYears.decision, today });
  if (slips.length > 0) return slips;
  if (day > today) return [{ pointer, code: "record.day.future", params: { day: writeDay(today) } }];
  if (unit && unit.validTo !== null && day > unit.validTo)
    return [{ pointer, code: "record.unit.ended", params: { day: writeDay(unit.validTo) } }];
  if (sinceFounding && unit && unit.validFrom !== null && day < unit.validFrom)
    return [{ pointer, code: "record.unit.notYet", params: { day: writeDay(unit.validFrom) } }];
  return [];
}

/**
 * Parses a form and reports all faults at once. `check` sees values of `blank` in place of faulty fields. Throws
 * `code`.
 */
export function parseWhole<S extends v.GenericSchema>(
  code: ProblemCode,
  schema: S,
  input: unknown,
  { blank, check }: { blank: v.InferOutput<S>; check: (form: v.InferOutput<S>) => FieldError[] },
): v.InferOutput<S> {
  const parsed = validate(schema, input);
  if (parsed.ok) {
    const errors = check(parsed.value);
    if (errors.length > 0) throw new Problem(code, errors);
    return parsed.value;
  }
  const fieldOf = ({ pointer }: FieldError) => pointer.split("/")[1] ?? "";
  const faulty = new Set(parsed.errors.map(fieldOf));
  if (faulty.has("")) throw new Problem(code, parsed.errors);
  const names = Object.keys(blank as object);
  const read = Object.entries(input as object).filter(([name]) => names.includes(name) && !faulty.has(name));
  const more = check({ ...(blank as object), ...Object.fromEntries(read) }).filter(
    (error) => !faulty.has(fieldOf(error)),
  );
  throw new Problem(code, [...parsed.errors, ...more].slice(0, maxFaults));
}
