import * as v from "valibot";
import { AuditStamp } from "#core/base/audit-stamp.ts";
import { addMonths, dayOf } from "#core/base/calendar.ts";
import type { FieldError } from "#core/base/problems.ts";
import { day, optionalProse, requiredProse } from "#core/base/text.ts";
import { Attachments } from "#core/initiatives/attachment.ts";
import type { PersonalFields } from "#core/initiatives/personal-fields.ts";
import { checkOrigin, type FoundOrigin, OriginRef } from "./origin.ts";
import {
  changeForm,
  checkHappened,
  createHead,
  logEntry,
  mayName,
  type NewHead,
  open,
  parseWhole,
  personalFieldsOf,
  type RecordContext,
  RecordHead,
  type Written,
} from "./record.ts";

export const replicationStates = ["reported", "confirmed", "applied", "ended"] as const;
export type ReplicationState = (typeof replicationStates)[number];

export const ReplicationForm = v.strictObject({
  of: OriginRef,
  startedOn: day("replication.startedOn"),
  description: requiredProse("replication.description", 5_000),
  effect: optionalProse("replication.effect", 5_000),
  evidence: Attachments,
  note: optionalProse("replication.note", 2_000),
});
export type ReplicationForm = v.InferOutput<typeof ReplicationForm>;

export const replicationPrivacy = {
  of: open,
  startedOn: open,
  description: mayName,
  effect: mayName,
  // File names may contain personal names.
  evidence: { ...mayName, blank: [] },
  note: mayName,
} as const satisfies PersonalFields<ReplicationForm>;

const personal = personalFieldsOf(replicationPrivacy);

/** Answer to "Is the solution still applied?". */
export const AnswerForm = v.strictObject({
  applied: v.boolean("replication.answer.required"),
  on: day("replication.answer.on"),
  note: optionalProse("replication.answer.note", 1_000),
});
export type AnswerForm = v.InferOutput<typeof AnswerForm>;

export const Replication = v.strictObject({
  ...RecordHead.entries,
  ...ReplicationForm.entries,
  /** Title and unit of the origin when the form was last saved. */
  originTitle: v.string(),
  originUnit: v.string(),
  /** Confirmation by staff of a superior unit. */
  confirmed: v.nullable(AuditStamp),
  answers: v.array(v.strictObject({ ...AnswerForm.entries, stamp: AuditStamp })),
});
export type Replication = v.InferOutput<typeof Replication>;

export const ReplicationSummary = v.strictObject({
  ...v.pick(Replication, ["id", "version", "unit", "year", "withdrawn", "of", "originTitle", "originUnit"])
    .entries,
  startedOn: v.string(),
  state: v.picklist(replicationStates),
  confirmedOn: v.nullable(v.string()),
  /** Due day of the next yearly answer. */
  dueOn: v.nullable(v.string()),
  endedOn: v.nullable(v.string()),
  files: v.number(),
});
export type ReplicationSummary = v.InferOutput<typeof ReplicationSummary>;

type Life = Pick<Replication, "confirmed" | "answers">;

export function stateOfReplication({ confirmed, answers }: Life): ReplicationState {
  const last = answers.at(-1);
  if (last && !last.applied) return "ended";
  if (confirmed === null) return "reported";
  return last ? "applied" : "confirmed";
}

/** A year after the confirmation or the last answer, whichever is later. Null if unconfirmed, withdrawn or ended. */
export function questionDueOn(replication: Life & { withdrawn: boolean }): string | null {
  const { confirmed, answers, withdrawn } = replication;
  if (withdrawn || confirmed === null || stateOfReplication(replication) === "ended") return null;
  const confirmedOn = dayOf(confirmed.at);
  const answeredOn = answers.at(-1)?.on ?? "";
  return addMonths(answeredOn > confirmedOn ? answeredOn : confirmedOn, 12);
}

export function summariseReplication(replication: Replication): ReplicationSummary {
  const { id, version, unit, year, withdrawn, of, originTitle, originUnit, startedOn } = replication;
  const { confirmed, answers, evidence } = replication;
  const state = stateOfReplication(replication);
  return {
    ...{ id, version, unit, year, withdrawn, of, originTitle, originUnit, startedOn, state },
    confirmedOn: confirmed ? dayOf(confirmed.at) : null,
    dueOn: questionDueOn(replication),
    endedOn: state === "ended" ? (answers.at(-1)?.on ?? null) : null,
    files: evidence.length,
  };
}

interface ReplicationContext extends RecordContext {
  origin: FoundOrigin | null;
}

/** Throws `replication.invalid`. */
export function parseReplication(
  input: unknown,
  { unit }: NewHead,
  context: ReplicationContext,
  before: Replication | null,
): ReplicationForm {
  const check = (form: ReplicationForm) => checkReplication(form, unit, context, before);
  return parseWhole("replication.invalid", ReplicationForm, input, { blank, check });
}

const blank = { of: null, startedOn: "", description: "", effect: "", evidence: [], note: "" } as never;

function checkReplication(
  form: Omit<ReplicationForm, "of"> & { of: OriginRef | null },
  unit: string,
  { units, today, origin }: ReplicationContext,
  before: Replication | null,
): FieldError[] {
  const errors: FieldError[] = checkHappened(form.startedOn, "/startedOn", {
    today,
    unit: units.get(unit),
    sinceFounding: true,
  });
  const faults = checkOrigin(form.of, origin, { pointer: "/of" });
  // An unchanged origin stays valid after its revocation.
  const kept = before !== null && before.of.kind === form.of?.kind && before.of.id === form.of.id;
  errors.push(...(kept ? faults.filter(({ code }) => code !== "origin.unusable") : faults));
  if (form.of !== null && origin?.unit === unit && !kept)
    errors.push({ pointer: "/of/id", code: "replication.unit.own" });
  if (before?.answers.some(({ on }) => on < form.startedOn))
    errors.push({ pointer: "/startedOn", code: "replication.startedOn.afterAnswer" });
  return errors;
}

const namesOf = ({ origin }: ReplicationContext) => ({
  originTitle: origin?.title ?? "",
  originUnit: origin?.unit ?? "",
});

const yearOf = ({ startedOn }: ReplicationForm): number => Number(startedOn.slice(0, 4));

export function enterReplication(
  form: ReplicationForm,
  head: NewHead,
  context: ReplicationContext,
): Written<Replication> {
  const record = {
    ...form,
    ...createHead(head, yearOf(form), context),
    ...namesOf(context),
    confirmed: null,
    answers: [],
  };
  return { record, entry: logEntry("enter", record) };
}

/** A new origin or start day clears the confirmation. Null if nothing changes. */
export function changeReplication(
  before: Replication,
  form: ReplicationForm,
  change: { withdrawn: boolean; why: string },
  context: ReplicationContext,
): Written<Replication> | null {
  const written = changeForm(before, form, { ...change, personal, stamp: context.stamp });
  if (!written) return null;
  const isOther = written.entry.fields.some((name) => name === "of" || name === "startedOn");
  const record: Replication = {
    ...written.record,
    ...namesOf(context),
    year: yearOf(form),
    confirmed: isOther ? null : before.confirmed,
  };
  return { ...written, record };
}
