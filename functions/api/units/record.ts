import type { Campaign } from "#core/campaigns/campaign.ts";
import { openStates } from "#core/initiatives/lifecycle.ts";
import { type Relocation, registersOf, relocationsOf } from "#core/initiatives/transfer.ts";
import { beginJob, systemJobId } from "#core/jobs/job.ts";
import { endedBy, type NewUnit, type UnitChange, type UnitChangeForm } from "#core/units/change.ts";
import { pathOf, type Unit } from "#core/units/unit.ts";
import { authoriseStaff } from "../authorise.ts";
import type { Ctx } from "../context.ts";
import type { UnitMoveView } from "./views.ts";

type Units = ReadonlyMap<string, Unit>;

/** Throws unless the viewer administers every unit that loses or gains a unit by the change. */
export function authoriseChange(c: Ctx, units: Units, form: UnitChangeForm): void {
  const above = (id: string) => {
    const unit = units.get(id);
    return unit ? pathOf(units, unit.parent ?? unit.id) : [];
  };
  const within = (parent: string | null) =>
    parent !== null && units.has(parent) ? pathOf(units, parent) : [];
  const founded = (given: NewUnit) => within(given.parent);
  const places: string[][] = [];
  switch (form.kind) {
    case "found":
      places.push(founded(form.unit));
      break;
    case "move":
      places.push(above(form.unit), ...(form.parent === null ? [] : [within(form.parent)]));
      break;
    case "merge":
      places.push(...form.units.map(above), founded(form.into));
      break;
    case "split":
      places.push(above(form.unit), ...form.into.map(founded));
      break;
    case "end":
      places.push(above(form.unit), ...form.successors.map(above));
      break;
    case "rename":
      places.push(above(form.unit));
  }
  for (const place of places) authoriseStaff(c, "unit.change", { units: place });
}

/** Like `authoriseChange`, for an invalid body: the viewer must administer every named unit. */
export function authoriseNamed(c: Ctx, units: Units, body: unknown): void {
  const named = new Set<string>();
  // No recursion: the body may nest deeply.
  const waiting: unknown[] = [body];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value === "string" && units.has(value)) named.add(value);
    else if (typeof value === "object" && value !== null)
      for (const each of Object.values(value)) waiting.push(each);
  }
  const own = (c.var.session?.grants ?? []).map(({ unit }) => unit);
  if (named.size === 0) authoriseStaff(c, "unit.change", { units: own });
  for (const id of named) authoriseStaff(c, "unit.change", { units: pathOf(units, id) });
}

export async function foreseeMoves(
  c: Ctx,
  before: Units,
  altered: readonly Unit[],
  form: UnitChangeForm,
): Promise<UnitMoveView[]> {
  const endings = endedBy(form);
  if (endings.length === 0) return [];
  const { directory } = c.var.deps.store;
  const after = new Map(before);
  for (const unit of altered) after.set(unit.id, unit);
  const moves: UnitMoveView[] = [];
  for (const campaign of await directory.campaigns()) {
    if (campaign.state === "draft" || campaign.evaluatedOn !== null) continue;
    const frozen = await directory.campaignUnits(campaign.id);
    for (const relocation of relocationsOf(campaign, frozen, after, endings, form.on)) {
      const open = await countOpen(c, after, campaign, relocation);
      const { from, to } = relocation;
      moves.push({
        campaign: { id: campaign.id, name: campaign.name },
        from: { id: from.id, name: from.name },
        to: { id: to.id, name: to.name },
        open,
      });
    }
  }
  return moves;
}

async function countOpen(c: Ctx, units: Units, { year }: Campaign, { from }: Relocation): Promise<number> {
  let open = 0;
  for (const register of registersOf(units, from.id))
    for await (const { summary } of c.var.deps.store.initiatives.registerRows(register, year))
      if (summary.unit === from.id && summary.origin === "application" && openStates.includes(summary.state))
        open++;
  return open;
}

/** Idempotent; null if the change ends no unit. */
export async function beginRelocation(c: Ctx, units: Units, change: UnitChange): Promise<string | null> {
  const [ended] = endedBy(change.form);
  if (!ended) return null;
  const { store, clock } = c.var.deps;
  const request = {
    id: systemJobId(`unit change ${change.n}`),
    kind: "relocate" as const,
    unit: units.get(ended.unit)?.parent ?? ended.unit,
    year: null,
    parameters: { change: String(change.n) },
  };
  await store.jobs.create(beginJob(request, { staff: change.by.id, role: "administrator" }, clock()));
  return request.id;
}
