import { type Campaign, type CampaignUnit, councilFor } from "#core/campaigns/campaign.ts";
import type { Ending } from "#core/units/change.ts";
import { predecessorsOf, unitsOn } from "#core/units/tree.ts";
import { pathOf, type Unit } from "#core/units/unit.ts";
import type { FormInitiative } from "./initiative.ts";
import { openStates } from "./lifecycle.ts";
import { type EventContext, noteOn } from "./note.ts";
import { placeOf, type Transition } from "./transition.ts";

/** `from`: in the frozen tree. `to`: in the new tree. */
export interface Relocation {
  campaign: string;
  year: number;
  from: CampaignUnit;
  to: CampaignUnit;
}

export function relocationTo(
  campaign: Pick<Campaign, "id" | "year">,
  from: CampaignUnit,
  then: ReadonlyMap<string, Unit>,
  toId: string,
): Relocation | null {
  const unit = then.get(toId);
  if (!unit) return null;
  const { id, code, name, level, system } = unit;
  const to = { id, code, name, level, system, path: pathOf(then, id), receives: from.receives };
  return { campaign: campaign.id, year: campaign.year, from, to };
}

/**
 * New places of frozen units that ended or lie below an ended unit. `after`: all units after the change; `on`: day of
 * the change.
 */
export function relocationsOf(
  campaign: Pick<Campaign, "id" | "year">,
  frozen: ReadonlyMap<string, CampaignUnit>,
  after: ReadonlyMap<string, Unit>,
  endings: readonly Ending[],
  on: string,
): Relocation[] {
  const then = unitsOn(after, on);
  const receivers = new Map(endings.map(({ unit, receiver }) => [unit, receiver]));
  return [...frozen.values()].flatMap((from) => {
    // A unit below an ended unit keeps its id but may change its parent.
    if (!from.path.some((above) => receivers.has(above))) return [];
    const to = receivers.has(from.id) ? receivers.get(from.id) : from.id;
    const relocation = to ? relocationTo(campaign, from, then, to) : null;
    return relocation ? [relocation] : [];
  });
}

/**
 * Adds successors to the frozen tree and stops ended units from receiving. A successor receives if a predecessor
 * did.
 */
export function refreezeUnits(
  frozen: ReadonlyMap<string, CampaignUnit>,
  relocations: readonly Relocation[],
  endings: readonly Ending[],
): CampaignUnit[] {
  const changed = new Map<string, CampaignUnit>();
  for (const { to } of relocations)
    changed.set(to.id, {
      ...to,
      receives: [to, changed.get(to.id), frozen.get(to.id)].some((each) => each?.receives),
    });
  for (const { unit } of endings) {
    const ended = frozen.get(unit);
    if (ended) changed.set(unit, { ...ended, receives: false });
  }
  return [...changed.values()];
}

export function isTransferable(
  initiative: Pick<FormInitiative, "unit" | "state" | "path">,
  { from, to }: Relocation,
): boolean {
  return (
    openStates.includes(initiative.state) &&
    initiative.unit === from.id &&
    (from.id !== to.id || initiative.path.join() !== to.path.join())
  );
}

export function transferInitiative(
  before: FormInitiative,
  relocation: Relocation,
  campaign: Campaign,
  change: string,
  context: EventContext,
): Transition {
  const { from, to } = relocation;
  const facts = {
    change,
    fromUnit: { id: from.id, name: from.name },
    toUnit: { id: to.id, name: to.name },
    fromPath: before.path,
    toPath: to.path,
  };
  const noted = noteOn(before, "transfer", { facts, personal: {} }, context);
  const kept = before.registeredAt ?? (before.number === null ? undefined : before.unit);
  return {
    ...noted,
    initiative: {
      ...noted.initiative,
      unit: to.id,
      path: to.path,
      council: councilAfter(before.council, campaign, to.path),
      ...(kept !== undefined && kept !== to.id && { registeredAt: kept }),
    },
  };
}

function councilAfter(
  council: FormInitiative["council"],
  campaign: Campaign,
  path: string[],
): FormInitiative["council"] {
  if (!council) return null;
  const above = campaign.councils.filter(({ unit }) => path.includes(unit));
  const next =
    above.find(({ id }) => id === council.id) ??
    above.find(({ level }) => level === council.level) ??
    councilFor(campaign, path);
  return next ? placeOf(next) : council;
}

export function registersOf(units: ReadonlyMap<string, Unit>, id: string): string[] {
  const line = new Set([id]);
  for (const each of line) for (const before of predecessorsOf(units, each)) line.add(before.id);
  return [...line];
}
