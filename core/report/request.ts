import * as v from "valibot";
import type { AuditStamp } from "#core/base/audit-stamp.ts";
import { boundedArray, randomId } from "#core/base/bounds.ts";
import { isReversed, type Period, PeriodBound } from "#core/base/period.ts";
import { type FieldError, Problem } from "#core/base/problems.ts";
import { day, optionalProse, reference, requiredLine } from "#core/base/text.ts";
import { validate } from "#core/base/validation.ts";
import { isValidOn, pathOf, type Unit } from "#core/units/unit.ts";
import { formatDay } from "./wording.ts";

/** An id that the page draws, so that asking again asks for nothing more: 128 random bits in base64url. */
export const RequestId = randomId("reportRequest.id.invalid");

/** What may still be changed of a request. */
const wording = {
  title: requiredLine("reportRequest.title", 200),
  text: optionalProse("reportRequest.text", 4_000),
  /** The last day on which a report is in time. */
  dueOn: day("reportRequest.dueOn"),
};

/** What a superior unit asks for: the report of a period, of these units, by a day. */
export const RequestForm = v.strictObject({
  ...wording,
  from: PeriodBound,
  to: PeriodBound,
  units: boundedArray(reference("field.invalid", 60), {
    min: 1,
    max: 2_000,
    many: "reportRequest.units.tooMany",
    few: "reportRequest.units.required",
    invalid: "reportRequest.units.required",
  }),
});
export type RequestForm = v.InferOutput<typeof RequestForm>;

export const RequestChange = v.strictObject(wording);
export type RequestChange = v.InferOutput<typeof RequestChange>;

/** A request for reports; `unit` asks, `units` are asked. Each write is on condition of `version`. */
export interface ReportRequest extends RequestForm {
  id: string;
  unit: string;
  version: number;
  createdBy: { id: string; name: string };
  createdAt: string;
  closedAt: string | null;
}

/** What was done with a request, which is only added to; `n` is the version that it made, the day is that of then. */
export const RequestEntry = v.strictObject({
  n: v.number(),
  at: v.string(),
  by: v.strictObject({ id: v.string(), name: v.string() }),
  did: v.picklist(["ask", "change", "close"]),
  dueOn: v.string(),
});
export type RequestEntry = v.InferOutput<typeof RequestEntry>;

/** What a change of a request writes: the request and its line in the log. */
export interface RequestWrite {
  before: ReportRequest | null;
  after: ReportRequest;
  entry: RequestEntry;
}

interface Around {
  units: ReadonlyMap<string, Unit>;
  /** YYYY-MM-DD. */
  today: string;
}

/**
 * A new request of a unit for reports of units below it. Throws `reportRequest.invalid` by field: a period that runs backwards, a day that has
 * passed, a unit that is unknown, named twice, not below the one that asks, or has ended by the day.
 */
export function askForReports(
  { id, unit, form }: { id: string; unit: string; form: unknown },
  { units, today }: Around,
  stamp: AuditStamp,
): RequestWrite {
  const parsed = validate(RequestForm, form);
  if (!parsed.ok) throw new Problem("reportRequest.invalid", parsed.errors);
  const asked = parsed.value;
  const faults = [
    ...checkPeriod(asked),
    ...checkDay(asked.dueOn, today),
    ...asked.units.flatMap((each, i) => checkUnit(each, i, { asked, unit, units })),
  ];
  if (faults.length > 0) throw new Problem("reportRequest.invalid", faults);
  const after = {
    ...asked,
    id,
    unit,
    version: 1,
    createdBy: stamp.by,
    createdAt: stamp.at,
    closedAt: null,
  };
  return write(null, after, "ask", stamp);
}

/** The request in other words or by another day; null where nothing changes. Throws `reportRequest.invalid`, `reportRequest.closed`. */
export function changeRequest(
  before: ReportRequest,
  form: unknown,
  today: string,
  stamp: AuditStamp,
): RequestWrite | null {
  const parsed = validate(RequestChange, form);
  if (!parsed.ok) throw new Problem("reportRequest.invalid", parsed.errors);
  requireOpen(before);
  const { title, text, dueOn } = parsed.value;
  if (title === before.title && text === before.text && dueOn === before.dueOn) return null;
  const faults = dueOn === before.dueOn ? [] : checkDay(dueOn, today);
  if (faults.length > 0) throw new Problem("reportRequest.invalid", faults);
  return write(before, { ...before, title, text, dueOn }, "change", stamp);
}

/** The request closed: nothing more is taken in, nobody is reminded. Null where it is closed already. */
export function closeRequest(before: ReportRequest, stamp: AuditStamp): RequestWrite | null {
  return before.closedAt === null ? write(before, { ...before, closedAt: stamp.at }, "close", stamp) : null;
}

/** Throws `reportRequest.closed` where it has been closed. */
export function requireOpen({ closedAt }: Pick<ReportRequest, "closedAt">): void {
  if (closedAt !== null) throw new Problem("reportRequest.closed");
}

/** True where both ask for the same: a retry whose answer was lost. */
export function asksSame(one: ReportRequest, other: ReportRequest): boolean {
  const said = ({ unit, title, text, from, to, dueOn, units }: ReportRequest) =>
    JSON.stringify([unit, title, text, from, to, dueOn, [...units].sort()]);
  return said(one) === said(other);
}

function write(
  before: ReportRequest | null,
  changed: ReportRequest,
  did: RequestEntry["did"],
  { by, at }: AuditStamp,
): RequestWrite {
  const version = before ? before.version + 1 : 1;
  return {
    before,
    after: { ...changed, version },
    entry: { n: version, at, by, did, dueOn: changed.dueOn },
  };
}

function checkPeriod(period: Period): FieldError[] {
  return isReversed(period) ? [{ pointer: "/to", code: "reportRequest.period.backwards" }] : [];
}

function checkDay(dueOn: string, today: string): FieldError[] {
  return dueOn < today
    ? [{ pointer: "/dueOn", code: "reportRequest.dueOn.past", params: { day: formatDay(today) } }]
    : [];
}

function checkUnit(
  id: string,
  i: number,
  { asked, unit, units }: { asked: RequestForm; unit: string; units: Around["units"] },
): FieldError[] {
  const pointer = `/units/${i}`;
  const found = units.get(id);
  if (!found) return [{ pointer, code: "reportRequest.unit.unknown" }];
  const params = { unit: found.name };
  if (asked.units.indexOf(id) < i) return [{ pointer, code: "reportRequest.unit.twice", params }];
  if (id === unit || !pathOf(units, id).includes(unit))
    return [{ pointer, code: "reportRequest.unit.outside", params }];
  if (isValidOn(found, asked.dueOn)) return [];
  const ended = found.validTo !== null && found.validTo < asked.dueOn;
  return ended
    ? [
        {
          pointer,
          code: "reportRequest.unit.ended",
          params: { ...params, day: formatDay(found.validTo ?? "") },
        },
      ]
    : [{ pointer, code: "reportRequest.unit.notYet", params }];
}
