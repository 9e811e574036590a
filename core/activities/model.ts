import * as v from "valibot";
import { wholeNumber } from "#core/base/bounds.ts";
import type { FieldError } from "#core/base/problems.ts";
import { day, optionalLine, optionalProse, requiredLine } from "#core/base/text.ts";
import { Attachments } from "#core/initiatives/attachment.ts";
import type { PersonalFields } from "#core/initiatives/personal-fields.ts";
import { ModelCheck } from "./model-check.ts";
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

export const modelFields = [
  "environment",
  "security",
  "culture",
  "economy",
  "socialWelfare",
  "education",
  "health",
  "technology",
  "other",
] as const;

export const modelStates = ["registered", "launched", "maintained", "ended"] as const;
export type ModelState = (typeof modelStates)[number];

const dayOrNone = (name: string) => v.nullable(day(name));
/** Null is unknown. */
const yesOrNo = v.nullable(v.boolean("field.invalid"));
const households = v.nullable(wholeNumber("model.households.invalid", { max: 10_000_000 }));

/** Self-managed residential model (mô hình tự quản ở khu dân cư). */
export const ModelForm = v.strictObject({
  name: requiredLine("model.name", 500),
  type: optionalLine("model.type", 200),
  field: v.picklist(modelFields, "model.field.invalid"),
  area: optionalLine("model.area", 500),
  foundingNumber: optionalLine("model.foundingNumber", 60),
  foundedOn: dayOrNone("model.foundedOn"),
  launchedOn: dayOrNone("model.launchedOn"),
  endedOn: dayOrNone("model.endedOn"),
  householdsSigned: households,
  householdsTotal: households,
  /** Managing group (ban quản lý, tổ tự quản). */
  managers: optionalLine("model.managers", 500),
  rules: yesOrNo,
  pilot: yesOrNo,
  selfManaged: yesOrNo,
  replicatedFrom: v.nullable(OriginRef),
  evidence: Attachments,
  note: optionalProse("model.note", 2_000),
});
export type ModelForm = v.InferOutput<typeof ModelForm>;

/** `managers` often names people. */
export const modelPrivacy = {
  name: open,
  type: open,
  field: open,
  area: open,
  foundingNumber: open,
  foundedOn: open,
  launchedOn: open,
  endedOn: open,
  householdsSigned: open,
  householdsTotal: open,
  managers: mayName,
  rules: open,
  pilot: open,
  selfManaged: open,
  replicatedFrom: open,
  // File names may contain personal names.
  evidence: { ...mayName, blank: [] },
  note: mayName,
} as const satisfies PersonalFields<ModelForm>;

const personal = personalFieldsOf(modelPrivacy);

export const Model = v.strictObject({
  ...RecordHead.entries,
  ...ModelForm.entries,
  checks: v.array(ModelCheck),
});
export type Model = v.InferOutput<typeof Model>;

const ModelStateValue = v.picklist(modelStates);

export const ModelSummary = v.strictObject({
  ...v.pick(Model, ["id", "version", "unit", "year", "withdrawn", "name", "type", "field", "area"]).entries,
  ...v.pick(Model, ["launchedOn", "endedOn", "householdsSigned", "householdsTotal"]).entries,
  ...v.pick(Model, ["pilot", "selfManaged", "replicatedFrom"]).entries,
  state: ModelStateValue,
  checks: v.array(v.strictObject({ year: v.number(), maintained: v.boolean() })),
  files: v.number(),
});
export type ModelSummary = v.InferOutput<typeof ModelSummary>;

type Life = Pick<Model, "launchedOn" | "endedOn" | "checks">;

/** `maintained`: the latest yearly check was positive. */
export function stateOfModel({ launchedOn, endedOn, checks }: Life): ModelState {
  if (endedOn !== null) return "ended";
  if (launchedOn === null) return "registered";
  const [latest] = checks.toSorted((a, b) => b.year - a.year);
  return latest?.maintained ? "maintained" : "launched";
}

export function summariseModel(model: Model): ModelSummary {
  const { id, version, unit, year, withdrawn, name, type, field, area } = model;
  const { launchedOn, endedOn, householdsSigned, householdsTotal } = model;
  const { pilot, selfManaged, replicatedFrom, evidence, checks } = model;
  return {
    ...{ id, version, unit, year, withdrawn, name, type, field, area },
    ...{ launchedOn, endedOn, householdsSigned, householdsTotal, pilot, selfManaged, replicatedFrom },
    state: stateOfModel(model),
    checks: checks.map((check) => ({ year: check.year, maintained: check.maintained })),
    files: evidence.length,
  };
}

interface ModelContext extends RecordContext {
  origin: FoundOrigin | null;
}

/** `checks`: existing checks, which the form's days must still fit. */
function checkModel(
  form: ModelForm,
  { id, unit }: NewHead,
  { units, today, origin }: ModelContext,
  checks: readonly ModelCheck[],
): FieldError[] {
  const { foundedOn, launchedOn, endedOn, householdsSigned, householdsTotal } = form;
  // A model may be older than its unit, for example after a merger.
  const within = { today, unit: units.get(unit), sinceFounding: false };
  const errors = (["foundedOn", "launchedOn"] as const).flatMap((name) =>
    checkHappened(form[name], `/${name}`, within),
  );
  errors.push(...checkHappened(endedOn, "/endedOn", { ...within, unit: undefined }));
  const isBefore = (one: string | null, other: string | null) =>
    one !== null && other !== null && one < other;
  if (isBefore(launchedOn, foundedOn))
    errors.push({ pointer: "/launchedOn", code: "model.launchedOn.beforeFounding" });
  if (isBefore(endedOn, launchedOn ?? foundedOn))
    errors.push({ pointer: "/endedOn", code: "model.endedOn.beforeLaunch" });
  if (householdsSigned !== null && householdsTotal !== null && householdsSigned > householdsTotal)
    errors.push({ pointer: "/householdsSigned", code: "model.households.exceed" });
  for (const { year, maintained } of checks) {
    if (launchedOn === null || launchedOn.slice(0, 4) > String(year)) {
      errors.push({
        pointer: "/launchedOn",
        code: "model.launchedOn.afterCheck",
        params: { year: String(year) },
      });
      break;
    }
    if (maintained && endedOn !== null && endedOn.slice(0, 4) < String(year)) {
      errors.push({ pointer: "/endedOn", code: "model.endedOn.beforeCheck", params: { year: String(year) } });
      break;
    }
  }
  return [...errors, ...checkOrigin(form.replicatedFrom, origin, { pointer: "/replicatedFrom", self: id })];
}

const blank: ModelForm = {
  ...{ name: "", type: "", field: "other", area: "", managers: "", note: "", evidence: [] },
  ...{ foundingNumber: "", foundedOn: null, launchedOn: null, endedOn: null },
  ...{ householdsSigned: null, householdsTotal: null, rules: null, pilot: null, selfManaged: null },
  replicatedFrom: null,
};

/** Throws `model.invalid`. */
export function parseModel(
  input: unknown,
  head: NewHead,
  context: ModelContext,
  before: Model | null,
): ModelForm {
  const check = (form: ModelForm) => checkModel(form, head, context, before?.checks ?? []);
  return parseWhole("model.invalid", ModelForm, input, { blank, check });
}

const yearOf = ({ launchedOn, foundedOn }: ModelForm, today: string): number =>
  Number((launchedOn ?? foundedOn ?? today).slice(0, 4));

export function enterModel(form: ModelForm, head: NewHead, context: RecordContext): Written<Model> {
  const record = { ...form, ...createHead(head, yearOf(form, context.today), context), checks: [] };
  return { record, entry: logEntry("enter", record) };
}

/** Null if nothing changes. */
export function changeModel(
  before: Model,
  form: ModelForm,
  change: { withdrawn: boolean; why: string },
  { stamp, today }: RecordContext,
): Written<Model> | null {
  const written = changeForm(before, form, { ...change, personal, stamp });
  return written && { ...written, record: { ...written.record, year: yearOf(form, today) } };
}
