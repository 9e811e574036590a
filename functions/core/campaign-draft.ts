import * as v from "valibot";
import { dayOf } from "./calendar.ts";
import { Campaign, isOpen } from "./campaign.ts";
import { freezeUnits, treeOf } from "./campaign-tree.ts";
import { canonicalJson } from "./canonical.ts";
import { type FieldError, Problem } from "./problems.ts";
import { checkRubric } from "./rubric.ts";
import type { Unit } from "./unit.ts";
import { validate } from "./validation.ts";

/** What an administrator writes of a campaign; the rest comes of what is done with it. */
export const CampaignForm = v.omit(Campaign, ["id", "version", "state", "evaluatedOn", "demo", "copiedFrom"]);
export type CampaignForm = v.InferOutput<typeof CampaignForm>;

/** What the rules need to know around a campaign. */
export interface Surroundings {
  units: ReadonlyMap<string, Unit>;
  documents: ReadonlySet<string>;
}

/** A form as it was sent, or `campaign.invalid` that names every field at fault. */
export function parseCampaign(input: unknown, around: Surroundings, before: Campaign | null): CampaignForm {
  const parsed = validate(CampaignForm, input);
  if (!parsed.ok) throw new Problem("campaign.invalid", parsed.errors);
  const errors = [
    ...checkCampaign(parsed.value, around),
    ...(before && before.state !== "draft" ? checkFrozen(parsed.value, before) : []),
  ];
  if (errors.length > 0) throw new Problem("campaign.invalid", errors);
  return parsed.value;
}

/** Whatever is wrong with a campaign beyond its form: days, year, tree, councils, documents, rubric. */
export function checkCampaign(form: CampaignForm, { units, documents }: Surroundings): FieldError[] {
  const errors: FieldError[] = [];
  const add = (pointer: string, code: string, params?: FieldError["params"]) =>
    errors.push(params ? { pointer, code, params } : { pointer, code });
  const { opensOn, closesOn, year } = form;
  if (closesOn < opensOn) add("/closesOn", "campaign.closesOn.beforeOpening", { day: shown(opensOn) });
  const touched = [opensOn, closesOn].map((day) => Number(day.slice(0, 4)));
  if (!touched.includes(year))
    add("/year", "campaign.year.notDates", { opens: shown(opensOn), closes: shown(closesOn) });
  const tree = treeOf(units, form);
  if (!tree.has(form.unit)) {
    add("/unit", units.has(form.unit) ? "campaign.unit.notThen" : "campaign.unit.unknown", {
      day: shown(opensOn),
    });
    return errors;
  }
  const outside = (id: string) => !tree.has(id);
  const nameOf = (id: string) => units.get(id)?.name ?? id;
  const ids = new Set<string>();
  const seats = new Set<string>();
  for (const [i, council] of form.councils.entries()) {
    const at = `/councils/${i}`;
    if (outside(council.unit)) add(`${at}/unit`, "council.unit.outside", { unit: nameOf(council.unit) });
    if (seats.has(council.unit)) add(`${at}/unit`, "council.unit.twice", { unit: nameOf(council.unit) });
    if (ids.has(council.id)) add(`${at}/id`, "council.id.twice");
    seats.add(council.unit);
    ids.add(council.id);
  }
  for (const [i, id] of form.receives.entries())
    if (outside(id)) add(`/receives/${i}`, "campaign.receives.outside", { unit: nameOf(id) });
  for (const [i, id] of form.participation.units.entries())
    if (outside(id)) add(`/participation/units/${i}`, "campaign.receives.outside", { unit: nameOf(id) });
  for (const [i, id] of form.basis.entries())
    if (!documents.has(id)) add(`/basis/${i}`, "campaign.basis.unknown");
  if (form.rubric)
    for (const error of checkRubric(form.rubric))
      errors.push({ ...error, pointer: `/rubric${error.pointer}` });
  return errors;
}

/** A day as both languages write it: 31/12/2026. */
const shown = (day: string) => day.split("-").toReversed().join("/");

const isSame = (a: unknown, b: unknown) => canonicalJson(a) === canonicalJson(b);

/** What may not change once a campaign has opened: dossiers stand on it. */
function checkFrozen(form: CampaignForm, before: Campaign): FieldError[] {
  const errors: FieldError[] = [];
  for (const field of ["year", "unit", "opensOn", "merged"] as const)
    if (form[field] !== before[field]) errors.push({ pointer: `/${field}`, code: "campaign.frozen" });
  if (!isSame([...form.receives].sort(), [...before.receives].sort()))
    errors.push({ pointer: "/receives", code: "campaign.frozen" });
  for (const council of before.councils) {
    const kept = form.councils.find(({ id }) => id === council.id);
    if (kept?.unit !== council.unit || kept.level !== council.level)
      errors.push({ pointer: "/councils", code: "campaign.council.gone", params: { name: council.name } });
  }
  return errors;
}

/** The names of the form's fields that differ. */
export function changedFields(before: CampaignForm, after: CampaignForm): string[] {
  return Object.keys(CampaignForm.entries).filter(
    (name) => !isSame(before[name as keyof CampaignForm], after[name as keyof CampaignForm]),
  );
}

/** The campaign with the form's values, a version on. A rubric that has changed gets a version of its own. */
export function reviseCampaign(before: Campaign, form: CampaignForm): Campaign {
  const { rubric } = form;
  const known = before.rubric;
  const version =
    rubric && known && !isSame({ ...rubric, version: 0 }, { ...known, version: 0 })
      ? known.version + 1
      : (known?.version ?? 1);
  return {
    ...before,
    ...form,
    rubric: rubric && { ...rubric, version },
    version: before.version + 1,
  };
}

/**
 * The campaign opened on the day of `now`, and the tree that it freezes. Refuses `campaign.notReady`, saying what is missing, and
 * `campaign.openTwice` where another of its unit and year is open.
 */
export function openCampaign(
  before: Campaign,
  around: Surroundings & { others: readonly Campaign[] },
  now: string,
) {
  const today = dayOf(now);
  const errors = checkCampaign(formOf(before), around);
  if (before.closesOn < today)
    errors.push({ pointer: "/closesOn", code: "campaign.closesOn.past", params: { day: shown(today) } });
  if (before.state === "draft" && before.receives.length === 0)
    errors.push({ pointer: "/receives", code: "campaign.receives.required" });
  if (errors.length > 0) throw new Problem("campaign.notReady", errors);
  const rival = around.others.find(
    (other) =>
      other.id !== before.id &&
      other.unit === before.unit &&
      other.year === before.year &&
      other.state === "open" &&
      (isOpen(other, today) || other.opensOn > today),
  );
  if (rival)
    throw new Problem("campaign.openTwice", [
      { pointer: "/year", code: "campaign.open.other", params: { name: rival.name } },
    ]);
  const campaign: Campaign = { ...before, state: "open", version: before.version + 1 };
  // What has been frozen once stays: dossiers lie at those units.
  const units = before.state === "draft" ? freezeUnits(around.units, before, new Set(before.receives)) : null;
  return { campaign, units };
}

/** The part of a campaign that an administrator writes. */
export function formOf(campaign: Campaign): CampaignForm {
  const { id, version, state, evaluatedOn, demo, copiedFrom, ...form } = campaign;
  return form;
}
