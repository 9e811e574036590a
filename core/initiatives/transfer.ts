import { type Campaign, type CampaignUnit, councilFor } from "#core/campaigns/campaign.ts";
import type { Ending } from "#core/units/change.ts";
import { predecessorsOf, unitsOn } from "#core/units/tree.ts";
import { pathOf, type Unit } from "#core/units/unit.ts";
import type { FormInitiative } from "./initiative.ts";
import { openStates } from "./lifecycle.ts";
import { type EventContext, noteOn } from "./note.ts";
import { placeOf, type Transition } from "./transition.ts";

/** Where a campaign's open dossiers of one unit go: `from` as it was frozen, `to` as it takes them in. A unit below one that ends stays itself on a new path. */
export interface Relocation {
  campaign: string;
  year: number;
  from: CampaignUnit;
  to: CampaignUnit;
}

/** Where the open dossiers of `from` go when `toId` takes them in; null where that is not there. `then` are the units as of that day. */
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
 * What the ends of units mean for a campaign that froze them before: each of them, and all that stood below, with the unit that takes in its open
 * dossiers and its path of the new tree. `after` are the units after the change, whose first day is `on`.
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
    // What stood below one that ends goes on elsewhere, itself; it may have been given to another successor.
    if (!from.path.some((above) => receivers.has(above))) return [];
    const to = receivers.has(from.id) ? receivers.get(from.id) : from.id;
    const relocation = to ? relocationTo(campaign, from, then, to) : null;
    return relocation ? [relocation] : [];
  });
}

/**
 * What a campaign's frozen tree gains by these ends: whoever takes over, taking in applications where one of those before did, and of each unit that
 * ended that it takes in nothing more, whether or not somebody took over.
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

/** True for a dossier that a relocation takes along: somebody still has to act on it, and it lies there still. */
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

/**
 * Moves an open dossier to the unit that took over: unit, path and council change, both paths stand in the history. Its running number stays in
 * the register that gave it; a dossier without one gets it from its new unit when it is accepted.
 */
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

/** A council that still sits above the dossier keeps it; else that of its level on the new path, or the nearest; none where there is none to take it. */
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

/** The registers in which a unit's open dossiers may stand: its own, and, since a number stays where it was given, those of the units before it. */
export function registersOf(units: ReadonlyMap<string, Unit>, id: string): string[] {
  const line = new Set([id]);
  for (const each of line) for (const before of predecessorsOf(units, each)) line.add(before.id);
  return [...line];
}
