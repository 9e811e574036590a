import * as v from "valibot";
import { boundedArray, wholeNumber } from "#core/base/bounds.ts";
import type { FieldError } from "#core/base/problems.ts";
import { day, optionalLine, optionalProse, requiredLine } from "#core/base/text.ts";
import { Attachments } from "#core/initiatives/attachment.ts";
import type { PersonalFields } from "#core/initiatives/personal-fields.ts";
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

export const activityKinds = ["launch", "outreach"] as const;

export const outreachForms = [
  "broadcast",
  "webPage",
  "meeting",
  "clubSession",
  "socialMedia",
  "leaflet",
  "other",
] as const;

/** Null is unknown, not zero. */
const count = v.nullable(wholeNumber("activity.count.invalid", { max: 100_000_000 }));

export const ActivityForm = v.strictObject({
  kind: v.picklist(activityKinds, "activity.kind.invalid"),
  from: day("activity.from"),
  to: day("activity.to"),
  title: requiredLine("activity.title", 500),
  content: optionalProse("activity.content", 5_000),
  forms: boundedArray(v.picklist(outreachForms, "activity.forms.invalid"), {
    max: outreachForms.length,
    many: "activity.forms.invalid",
  }),
  audience: optionalLine("activity.audience", 500),
  sessions: count,
  participants: count,
  articles: count,
  broadcasts: count,
  /** `organisations` and `hamlets`: only for launches. */
  organisations: count,
  hamlets: count,
  evidence: Attachments,
  note: optionalProse("activity.note", 2_000),
});
export type ActivityForm = v.InferOutput<typeof ActivityForm>;

export const activityPrivacy = {
  kind: open,
  from: open,
  to: open,
  title: open,
  content: mayName,
  forms: open,
  audience: open,
  sessions: open,
  participants: open,
  articles: open,
  broadcasts: open,
  organisations: open,
  hamlets: open,
  // File names may contain personal names.
  evidence: { ...mayName, blank: [] },
  note: mayName,
} as const satisfies PersonalFields<ActivityForm>;

const personal = personalFieldsOf(activityPrivacy);

export const Activity = v.strictObject({ ...RecordHead.entries, ...ActivityForm.entries });
export type Activity = v.InferOutput<typeof Activity>;

export const ActivitySummary = v.strictObject({
  ...v.pick(Activity, ["id", "version", "unit", "year", "withdrawn", "kind", "from", "to", "title", "forms"])
    .entries,
  ...v.pick(Activity, ["sessions", "participants", "articles", "broadcasts", "organisations", "hamlets"])
    .entries,
  files: v.number(),
});
export type ActivitySummary = v.InferOutput<typeof ActivitySummary>;

export function summariseActivity(activity: Activity): ActivitySummary {
  const { id, version, unit, year, withdrawn, kind, from, to, title, forms, evidence } = activity;
  const { sessions, participants, articles, broadcasts, organisations, hamlets } = activity;
  const counts = { sessions, participants, articles, broadcasts, organisations, hamlets };
  return {
    id,
    version,
    unit,
    year,
    withdrawn,
    kind,
    from,
    to,
    title,
    forms,
    ...counts,
    files: evidence.length,
  };
}

const launchOnly = ["organisations", "hamlets"] as const;

function checkActivity(form: ActivityForm, unit: string, { units, today }: RecordContext): FieldError[] {
  const within = { today, unit: units.get(unit), sinceFounding: true };
  const errors = [...checkHappened(form.from, "/from", within), ...checkHappened(form.to, "/to", within)];
  const isWhole = form.from !== "" && form.to !== "";
  if (isWhole && form.to < form.from) errors.push({ pointer: "/to", code: "activity.to.beforeFrom" });
  else if (isWhole && form.to.slice(0, 4) !== form.from.slice(0, 4))
    errors.push({ pointer: "/to", code: "activity.to.otherYear" });
  if (form.kind === "outreach") {
    if (form.forms.length === 0) errors.push({ pointer: "/forms", code: "activity.forms.required" });
    for (const name of launchOnly)
      if (form[name] !== null) errors.push({ pointer: `/${name}`, code: "activity.launchOnly" });
  }
  return errors;
}

const blank: ActivityForm = {
  kind: "launch",
  ...{ from: "", to: "", title: "", content: "", forms: [], audience: "", note: "", evidence: [] },
  ...{ sessions: null, participants: null, articles: null, broadcasts: null },
  ...{ organisations: null, hamlets: null },
};

/** Throws `activity.invalid`. */
export function parseActivity(input: unknown, unit: string, context: RecordContext): ActivityForm {
  const check = (form: ActivityForm) => checkActivity(form, unit, context);
  const parsed = parseWhole("activity.invalid", ActivityForm, input, { blank, check });
  return { ...parsed, forms: outreachForms.filter((each) => parsed.forms.includes(each)) };
}

const yearOf = (form: ActivityForm): number => Number(form.from.slice(0, 4));

export function enterActivity(form: ActivityForm, head: NewHead, context: RecordContext): Written<Activity> {
  const record = { ...form, ...createHead(head, yearOf(form), context) };
  return { record, entry: logEntry("enter", record) };
}

/** Null if nothing changes. */
export function changeActivity(
  before: Activity,
  form: ActivityForm,
  change: { withdrawn: boolean; why: string },
  { stamp }: RecordContext,
): Written<Activity> | null {
  const written = changeForm(before, form, { ...change, personal, stamp });
  return written && { ...written, record: { ...written.record, year: yearOf(form) } };
}
