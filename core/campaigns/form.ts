import * as v from "valibot";
import { boundedArray, maxRecordBytes, recordBytes } from "#core/base/bounds.ts";
import { dayOf } from "#core/base/calendar.ts";
import { canonicalJson } from "#core/base/canonical.ts";
import { type FieldError, Problem } from "#core/base/problems.ts";
import { validate } from "#core/base/validation.ts";
import { CouncilId, type Councils, isCouncilOn } from "#core/units/council.ts";
import type { Unit } from "#core/units/unit.ts";
import { Campaign, type CampaignCouncil, isOpen } from "./campaign.ts";
import { checkRubric } from "./rubric.ts";
import { freezeUnits, treeOf } from "./tree.ts";

/** What an administrator writes of a campaign; the rest comes of what is done with it. Councils are named by id. */
export const CampaignForm = v.strictObject({
  ...v.omit(Campaign, ["id", "version", "state", "evaluatedOn", "demo", "copiedFrom"]).entries,
  councils: boundedArray(CouncilId, { max: 500, many: "campaign.councils.tooMany" }),
});
export type CampaignForm = v.InferOutput<typeof CampaignForm>;

/** What the rules need to know around a campaign. */
export interface CampaignContext {
  units: ReadonlyMap<string, Unit>;
  documents: ReadonlySet<string>;
  councils: Councils;
  /** The units that the campaign holds since it opened, which units founded since may have joined. */
  frozen?: ReadonlySet<string>;
}

/** A form as it was sent, or `campaign.invalid` that names every field at fault. */
export function parseCampaign(
  input: unknown,
  around: CampaignContext,
  before: Campaign | null,
): CampaignForm {
  const parsed = validate(CampaignForm, input);
  if (!parsed.ok) throw new Problem("campaign.invalid", parsed.errors);
  const errors = [
    ...checkCampaign(parsed.value, around, heldCouncils(before)),
    ...(before && before.state !== "draft" ? checkFrozen(parsed.value, before) : []),
  ];
  if (errors.length > 0) throw new Problem("campaign.invalid", errors);
  return parsed.value;
}

/** The councils that a campaign has frozen: none while it is a draft. */
const heldCouncils = (campaign: Campaign | null): readonly CampaignCouncil[] =>
  campaign && campaign.state !== "draft" ? campaign.councils : [];

/**
 * Whatever is wrong with a campaign beyond its form: days, year, tree, councils, documents, rubric. `held` are councils that it has frozen, which
 * stay as they were.
 */
export function checkCampaign(
  form: CampaignForm,
  around: CampaignContext,
  held: readonly CampaignCouncil[] = [],
): FieldError[] {
  const { units, documents } = around;
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
  const seats = new Set<string>();
  for (const [i, id] of form.councils.entries()) {
    const at = `/councils/${i}`;
    const kept = held.find((each) => each.id === id);
    const council = around.councils.get(id);
    const unit = kept?.unit ?? council?.unit;
    if (unit === undefined) {
      add(at, "council.unknown");
      continue;
    }
    if (!kept && outside(unit) && !around.frozen?.has(unit))
      add(at, "council.unit.outside", { unit: nameOf(unit) });
    if (!kept && council && !isCouncilOn(council, closesOn))
      add(at, "council.ended", { council: council.name, day: shown(council.endsOn ?? "") });
    if (seats.has(unit)) add(at, "council.unit.twice", { unit: nameOf(unit) });
    seats.add(unit);
  }
  for (const [i, id] of form.receives.entries())
    if (outside(id)) add(`/receives/${i}`, "campaign.receives.outside", { unit: nameOf(id) });
  for (const [i, id] of form.participation.units.entries())
    if (outside(id)) add(`/participation/units/${i}`, "campaign.receives.outside", { unit: nameOf(id) });
  for (const [i, id] of form.basis.entries())
    if (!documents.has(id)) add(`/basis/${i}`, "campaign.basis.unknown");
  // Each list has its own limit; at all limits together a campaign could not be kept.
  const kept = { ...form, councils: [...held, ...resolveCouncils(form.councils, around)] };
  if (recordBytes(kept) > maxRecordBytes) add("/receives", "campaign.tooLarge");
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
  for (const { id, name } of before.councils)
    if (!form.councils.includes(id))
      errors.push({ pointer: "/councils", code: "campaign.council.gone", params: { name } });
  return errors;
}

/** The councils that a form names, as the campaign keeps them: those it holds already unchanged, others with their name and their unit's level of now. */
export function resolveCouncils(
  ids: readonly string[],
  { units, councils }: Pick<CampaignContext, "units" | "councils">,
  before: Campaign | null = null,
): CampaignCouncil[] {
  const held = heldCouncils(before);
  return ids.flatMap((id): CampaignCouncil[] => {
    const kept = held.find((each) => each.id === id);
    if (kept) return [kept];
    const council = councils.get(id);
    const unit = council && units.get(council.unit);
    return unit ? [{ id, name: council.name, unit: unit.id, level: unit.level }] : [];
  });
}

/** The names of the form's fields that differ. */
export function changedFields(before: CampaignForm, after: CampaignForm): string[] {
  return Object.keys(CampaignForm.entries).filter(
    (name) => !isSame(before[name as keyof CampaignForm], after[name as keyof CampaignForm]),
  );
}

/** The campaign with the form's values, a version on. A rubric that has changed gets a version of its own. */
export function reviseCampaign(
  before: Campaign,
  form: CampaignForm,
  around: Pick<CampaignContext, "units" | "councils">,
): Campaign {
  const { rubric } = form;
  const known = before.rubric;
  const version =
    rubric && known && !isSame({ ...rubric, version: 0 }, { ...known, version: 0 })
      ? known.version + 1
      : (known?.version ?? 1);
  return {
    ...before,
    ...form,
    councils: resolveCouncils(form.councils, around, before),
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
  around: CampaignContext & { others: readonly Campaign[] },
  now: string,
) {
  const today = dayOf(now);
  const errors = checkCampaign(formOf(before), around, heldCouncils(before));
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
  const councils = resolveCouncils(formOf(before).councils, around, before);
  const campaign: Campaign = { ...before, councils, state: "open", version: before.version + 1 };
  // What has been frozen once stays: dossiers lie at those units.
  const units = before.state === "draft" ? freezeUnits(around.units, before, new Set(before.receives)) : null;
  return { campaign, units };
}

/** The part of a campaign that an administrator writes. */
export function formOf(campaign: Campaign): CampaignForm {
  const { id, version, state, evaluatedOn, demo, copiedFrom, councils, ...form } = campaign;
  return { ...form, councils: councils.map((council) => council.id) };
}
