import { type Campaign, type CampaignUnit, councilFor } from "./campaign.ts";
import type { FormInitiative } from "./initiative.ts";
import { openStates } from "./lifecycle.ts";
import { type Acting, noteOn } from "./note.ts";
import type { Transition } from "./transition.ts";
import { pathOf, type Unit } from "./unit.ts";
import { predecessorsOf, unitsOn } from "./unit-tree.ts";

/** Where a campaign's open dossiers of one unit go: `from` as it was frozen, `to` as it takes them in. A unit below one that ends stays itself on a new path. */
export interface Relocation {
  campaign: string;
  year: number;
  from: CampaignUnit;
  to: CampaignUnit;
}

/** A unit that ends, and the one that takes in what is open; null where nobody does. */
export interface Ending {
  unit: string;
  receiver: string | null;
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
  const { id: campaignId, year } = campaign;
  const relocations = new Map<string, Relocation>();
  const add = (from: CampaignUnit, toId: string) => {
    const to = then.get(toId);
    if (!to) return;
    const { id, code, name, level, system } = to;
    const path = pathOf(then, id);
    const receives = from.receives || (frozen.get(id)?.receives ?? false);
    relocations.set(from.id, {
      campaign: campaignId,
      year,
      from,
      to: { id, code, name, level, system, path, receives },
    });
  };
  for (const { unit, receiver } of endings) {
    const ended = frozen.get(unit);
    if (ended && receiver !== null) add(ended, receiver);
    // What stood below goes on elsewhere; it may have been given to another successor.
    for (const moved of frozen.values())
      if (moved.id !== unit && moved.path.includes(unit) && then.has(moved.id)) add(moved, moved.id);
  }
  return [...relocations.values()];
}

/** The campaign's units after a relocation: who takes over, and, of a unit that ended, that it takes in nothing more. */
export function refreeze({ from, to }: Relocation): CampaignUnit[] {
  return from.id === to.id ? [to] : [to, { ...from, receives: false }];
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
  acting: Acting,
): Transition {
  const { from, to } = relocation;
  const facts = {
    change,
    fromUnit: { id: from.id, name: from.name },
    toUnit: { id: to.id, name: to.name },
    fromPath: before.path,
    toPath: to.path,
  };
  const noted = noteOn(before, "transfer", { facts, personal: {} }, acting);
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
  return next ? { id: next.id, level: next.level } : council;
}

/** The registers in which a unit's open dossiers may stand: its own, and, since a number stays where it was given, those of the units before it. */
export function registersOf(units: ReadonlyMap<string, Unit>, id: string): string[] {
  const line = new Set([id]);
  for (const each of line) for (const before of predecessorsOf(units, each)) line.add(before.id);
  return [...line];
}
