import * as v from "valibot";
import { boundedArray, maxRecordBytes, recordBytes } from "#core/base/bounds.ts";
import { dayOf, writeDay } from "#core/base/calendar.ts";
import { canonicalJson } from "#core/base/canonical.ts";
import { parseAs } from "#core/base/parsing.ts";
import { type FieldError, Problem } from "#core/base/problems.ts";
import { CouncilId, type Councils, isCouncilOn } from "#core/units/council.ts";
import type { Unit } from "#core/units/unit.ts";
import { Campaign, type CampaignCouncil, isOpen } from "./campaign.ts";
import { checkRubric } from "./rubric.ts";
import { freezeUnits, treeOf } from "./tree.ts";

export const CampaignForm = v.strictObject({
  ...v.omit(Campaign, ["id", "version", "state", "evaluatedOn", "demo", "copiedFrom"]).entries,
  councils: boundedArray(CouncilId, { max: 500, many: "campaign.councils.tooMany" }),
});
export type CampaignForm = v.InferOutput<typeof CampaignForm>;

export interface CampaignContext {
  units: ReadonlyMap<string, Unit>;
  documents: ReadonlySet<string>;
  councils: Councils;
  frozen?: ReadonlySet<string>;
}

/** Throws `campaign.invalid`. */
export function parseCampaign(
  input: unknown,
  context: CampaignContext,
  before: Campaign | null,
): CampaignForm {
  const parsed = parseAs("campaign.invalid", CampaignForm, input);
  const errors = [
    ...checkCampaign(parsed, context, heldCouncils(before)),
    ...(before && before.state !== "draft" ? checkFrozen(parsed, before) : []),
  ];
  if (errors.length > 0) throw new Problem("campaign.invalid", errors);
  return parsed;
}

const heldCouncils = (campaign: Campaign | null): readonly CampaignCouncil[] =>
  campaign && campaign.state !== "draft" ? campaign.councils : [];

export function checkCampaign(
  form: CampaignForm,
  context: CampaignContext,
  held: readonly CampaignCouncil[] = [],
): FieldError[] {
  const { units, documents } = context;
  const errors: FieldError[] = [];
  const add = (pointer: string, code: string, params?: FieldError["params"]) =>
    errors.push(params ? { pointer, code, params } : { pointer, code });
  const { opensOn, closesOn, year } = form;
  if (closesOn < opensOn) add("/closesOn", "campaign.closesOn.beforeOpening", { day: writeDay(opensOn) });
  const touched = [opensOn, closesOn].map((day) => Number(day.slice(0, 4)));
  if (!touched.includes(year))
    add("/year", "campaign.year.notDates", { opens: writeDay(opensOn), closes: writeDay(closesOn) });
  const tree = treeOf(units, form);
  if (!tree.has(form.unit)) {
    add("/unit", units.has(form.unit) ? "campaign.unit.notThen" : "campaign.unit.unknown", {
      day: writeDay(opensOn),
    });
    return errors;
  }
  const outside = (id: string) => !tree.has(id);
  const nameOf = (id: string) => units.get(id)?.name ?? id;
  const seatedUnits = new Set<string>();
  for (const [i, id] of form.councils.entries()) {
    const at = `/councils/${i}`;
    const kept = held.find((each) => each.id === id);
    const council = context.councils.get(id);
    const unit = kept?.unit ?? council?.unit;
    if (unit === undefined) {
      add(at, "council.unknown");
      continue;
    }
    if (!kept && outside(unit) && !context.frozen?.has(unit))
      add(at, "council.unit.outside", { unit: nameOf(unit) });
    if (!kept && council && !isCouncilOn(council, closesOn))
      add(at, "council.ended", { council: council.name, day: writeDay(council.endsOn ?? "") });
    if (seatedUnits.has(unit)) add(at, "council.unit.twice", { unit: nameOf(unit) });
    seatedUnits.add(unit);
  }
  for (const [i, id] of form.receives.entries())
    if (outside(id)) add(`/receives/${i}`, "campaign.receives.outside", { unit: nameOf(id) });
  for (const [i, id] of form.participation.units.entries())
    if (outside(id)) add(`/participation/units/${i}`, "campaign.receives.outside", { unit: nameOf(id) });
  for (const [i, id] of form.basis.entries())
    if (!documents.has(id)) add(`/basis/${i}`, "campaign.basis.unknown");
  // Lists within their own limits may together exceed a record's size.
  const kept = { ...form, councils: [...held, ...resolveCouncils(form.councils, context)] };
  if (recordBytes(kept) > maxRecordBytes) add("/receives", "campaign.tooLarge");
  if (form.rubric)
    for (const error of checkRubric(form.rubric))
      errors.push({ ...error, pointer: `/rubric${error.pointer}` });
  return errors;
}

const isSame = (a: unknown, b: unknown) => canonicalJson(a) === canonicalJson(b);

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

export function changedFields(before: CampaignForm, after: CampaignForm): string[] {
  return Object.keys(CampaignForm.entries).filter(
    (name) => !isSame(before[name as keyof CampaignForm], after[name as keyof CampaignForm]),
  );
}

export function reviseCampaign(
  before: Campaign,
  form: CampaignForm,
  context: Pick<CampaignContext, "units" | "councils">,
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
    councils: resolveCouncils(form.councils, context, before),
    rubric: rubric && { ...rubric, version },
    version: before.version + 1,
  };
}

/** Throws `campaign.notReady`, or `campaign.openTwice` if the unit has an open campaign for that year. */
export function openCampaign(
  before: Campaign,
  context: CampaignContext & { others: readonly Campaign[] },
  now: string,
) {
  const today = dayOf(now);
  const errors = checkCampaign(formOf(before), context, heldCouncils(before));
  if (before.closesOn < today)
    errors.push({ pointer: "/closesOn", code: "campaign.closesOn.past", params: { day: writeDay(today) } });
  if (before.state === "draft" && before.receives.length === 0)
    errors.push({ pointer: "/receives", code: "campaign.receives.required" });
  if (errors.length > 0) throw new Problem("campaign.notReady", errors);
  const other = context.others.find(
    (each) =>
      each.id !== before.id &&
      each.unit === before.unit &&
      each.year === before.year &&
      each.state === "open" &&
      (isOpen(each, today) || each.opensOn > today),
  );
  if (other)
    throw new Problem("campaign.openTwice", [
      { pointer: "/year", code: "campaign.open.other", params: { name: other.name } },
    ]);
  const councils = resolveCouncils(formOf(before).councils, context, before);
  const campaign: Campaign = { ...before, councils, state: "open", version: before.version + 1 };
  // A reopened campaign keeps its frozen units, because dossiers refer to them.
  const units =
    before.state === "draft" ? freezeUnits(context.units, before, new Set(before.receives)) : null;
  return { campaign, units };
}

export function formOf(campaign: Campaign): CampaignForm {
  const { id, version, state, evaluatedOn, demo, copiedFrom, councils, ...form } = campaign;
  return { ...form, councils: councils.map((council) => council.id) };
}
