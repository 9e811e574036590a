import * as v from "valibot";
import type { AuditStamp } from "#core/base/audit-stamp.ts";
import { boundedArray, randomId } from "#core/base/bounds.ts";
import { parseAs } from "#core/base/parsing.ts";
import { isReversed, type Period, PeriodBound } from "#core/base/period.ts";
import { type FieldError, Problem } from "#core/base/problems.ts";
import { day, optionalProse, reference, requiredLine } from "#core/base/text.ts";
import { isValidOn, pathOf, type Unit } from "#core/units/unit.ts";
import { formatDay } from "./wording.ts";

export const RequestId = randomId("reportRequest.id.invalid");

const wording = {
  title: requiredLine("reportRequest.title", 200),
  text: optionalProse("reportRequest.text", 4_000),
  dueOn: day("reportRequest.dueOn"),
};

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

/** `unit` requests reports from `units`. */
export interface ReportRequest extends RequestForm {
  id: string;
  unit: string;
  version: number;
  createdBy: { id: string; name: string };
  createdAt: string;
  closedAt: string | null;
}

export const RequestEntry = v.strictObject({
  n: v.number(),
  at: v.string(),
  by: v.strictObject({ id: v.string(), name: v.string() }),
  did: v.picklist(["ask", "change", "close"]),
  dueOn: v.string(),
});
export type RequestEntry = v.InferOutput<typeof RequestEntry>;

export interface RequestWrite {
  before: ReportRequest | null;
  after: ReportRequest;
  entry: RequestEntry;
}

interface Around {
  units: ReadonlyMap<string, Unit>;
  today: string;
}

/**
 * Throws `reportRequest.invalid` for a reversed period, a past due day, or units that are unknown, repeated, not below
 * the requesting unit, or not valid on the due day.
 */
export function askForReports(
  { id, unit, form }: { id: string; unit: string; form: unknown },
  { units, today }: Around,
  stamp: AuditStamp,
): RequestWrite {
  const asked = parseAs("reportRequest.invalid", RequestForm, form);
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

export function changeRequest(
  before: ReportRequest,
  form: unknown,
  today: string,
  stamp: AuditStamp,
): RequestWrite | null {
  const { title, text, dueOn } = parseAs("reportRequest.invalid", RequestChange, form);
  requireOpen(before);
  if (title === before.title && text === before.text && dueOn === before.dueOn) return null;
  const faults = dueOn === before.dueOn ? [] : checkDay(dueOn, today);
  if (faults.length > 0) throw new Problem("reportRequest.invalid", faults);
  return write(before, { ...before, title, text, dueOn }, "change", stamp);
}

/** A closed request accepts no submissions and sends no reminders. Null if already closed. */
export function closeRequest(before: ReportRequest, stamp: AuditStamp): RequestWrite | null {
  return before.closedAt === null ? write(before, { ...before, closedAt: stamp.at }, "close", stamp) : null;
}

export function requireOpen({ closedAt }: Pick<ReportRequest, "closedAt">): void {
  if (closedAt !== null) throw new Problem("reportRequest.closed");
}

export function isSameRequest(one: ReportRequest, other: ReportRequest): boolean {
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
