import * as v from "valibot";
import { AuditStamp } from "#core/base/audit-stamp.ts";
import { wholeNumber } from "#core/base/bounds.ts";
import { checkPlausibleDay, firstYears } from "#core/base/calendar.ts";
import { type FieldError, Problem } from "#core/base/problems.ts";
import { day, optionalLine, optionalProse, requiredLine } from "#core/base/text.ts";
import { eraseFields, type PersonalFields } from "#core/initiatives/personal-fields.ts";
import { checkAwardYear } from "./award-year.ts";
import { AwardLevel, RecipientKind } from "./forms.ts";

const fields = {
  year: wholeNumber("commendation.year.invalid", { min: 1945, max: 2200 }),
  recipientKind: RecipientKind,
  name: requiredLine("commendation.name", 200),
  /** Form, title or book of honour as free text. */
  award: requiredLine("nomination.award", 200),
  level: AwardLevel,
  /** Deciding body. */
  target: requiredLine("nomination.target", 200),
  achievement: optionalProse("commendation.achievement", 1_000),
  sentOn: day("nomination.sentOn"),
  state: v.picklist(["sent", "granted", "refused"], "nomination.state.invalid"),
  resultNumber: optionalLine("nomination.resultNumber", 60),
  resultOn: v.nullable(day("nomination.resultOn")),
  note: optionalLine("commendation.note", 300),
  withdrawn: v.boolean("field.invalid"),
};

export const NominationForm = v.strictObject(fields);
export type NominationForm = v.InferOutput<typeof NominationForm>;

/** Nomination to a higher level. */
export const Nomination = v.strictObject({
  kind: v.literal("nomination"),
  id: v.string(),
  version: v.number(),
  unit: v.string(),
  path: v.array(v.string()),
  ...fields,
  /** Empty after an erasure. */
  name: v.string(),
  changed: AuditStamp,
});
export type Nomination = v.InferOutput<typeof Nomination>;

const open = { shownTo: ["readers"], erased: "never" } as const;
const personal = { shownTo: ["readers"], erased: "always" } as const;

const nominationPrivacy: PersonalFields<NominationForm> = {
  year: open,
  recipientKind: open,
  name: personal,
  award: open,
  level: open,
  target: open,
  achievement: personal,
  sentOn: open,
  state: open,
  resultNumber: open,
  resultOn: open,
  note: personal,
  withdrawn: open,
};

export const formOfNomination = ({
  kind,
  id,
  version,
  unit,
  path,
  changed,
  ...form
}: Nomination): NominationForm => form;

export const eraseNomination = (nomination: Nomination): NominationForm =>
  eraseFields<NominationForm>(formOfNomination(nomination), nominationPrivacy, false);

/** Throws `commendation.invalid` for a result without a day, or an implausible year or day. */
export function checkNomination(
  { year, sentOn, state, resultNumber, resultOn }: NominationForm,
  today: string,
): void {
  const plausible = { from: firstYears.decision, today };
  const errors: FieldError[] = [
    ...checkAwardYear(year, today),
    ...checkPlausibleDay(sentOn, "/form/sentOn", plausible),
    ...checkPlausibleDay(resultOn, "/form/resultOn", plausible),
  ];
  const add = (field: string, code: string) => errors.push({ pointer: `/form/${field}`, code });
  if (sentOn > today) add("sentOn", "nomination.day.future");
  if (resultOn !== null && resultOn > today) add("resultOn", "nomination.day.future");
  if (resultOn !== null && resultOn < sentOn) add("resultOn", "nomination.resultOn.early");
  if (state === "sent" && (resultOn !== null || resultNumber !== ""))
    add("state", "nomination.state.hasResult");
  if (state !== "sent" && resultOn === null) add("resultOn", "nomination.resultOn.required");
  if (errors.length > 0) throw new Problem("commendation.invalid", errors);
}
