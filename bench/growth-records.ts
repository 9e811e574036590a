import type { FormInitiative } from "#core/initiatives/initiative.ts";
import { type Addition, additionsBetween, mergeAdditions } from "../functions/store/figures/additions.ts";
import { sumCounters } from "../functions/store/figures/child-items.ts";
import { toCountedItem } from "../functions/store/figures/counted-items.ts";
import type { ImportedRow } from "../functions/store/imports.ts";
import { toInitiativeItem } from "../functions/store/initiatives/initiative-items.ts";
import { eventKey, readChildFigureKey, registerNumberKey } from "../functions/store/keys.ts";
import type { Item } from "../functions/store/table.ts";
import { acceptedAt, playDossier } from "../local/demo/dossiers.ts";
import { planFrom } from "../local/demo/fill.ts";
import type { Storage } from "../local/standins/storage.ts";
import { countedInitiative } from "../test/support/counted.ts";

async function* copies(
  store: Storage["store"],
  source: { now: string; campaigns: string[] },
  count: number,
): AsyncGenerator<ImportedRow & { initiative: FormInitiative }> {
  const plans = await planFrom(store, { ...source, seed: "bench" });
  const rows = plans.map((plan) =>
    playDossier(plan, { seed: "bench", secret: new Uint8Array(32) }, acceptedAt(plan) === null ? 0 : 1),
  );
  const numbers = new Map<string, number>();
  for (let n = 0; n < count; n++) {
    const { initiative, events } = rows[n % rows.length] ?? { events: [] };
    if (initiative?.origin !== "application") continue;
    const id = `${initiative.id}-${Math.floor(n / rows.length)}`;
    const number = initiative.number === null ? null : (numbers.get(initiative.unit) ?? 0) + 1;
    if (number !== null) numbers.set(initiative.unit, number);
    yield { initiative: { ...initiative, id, number }, events };
  }
}

export async function* growthItems(
  store: Storage["store"],
  source: { now: string; campaigns: string[] },
  count: number,
): AsyncGenerator<Item> {
  const additions: Addition[] = [];
  const last = new Map<string, { unit: string; year: number; lastNumber: number }>();
  for await (const { initiative, events } of copies(store, source, count)) {
    yield toInitiativeItem(initiative);
    for (const { event, openings } of events) yield { ...eventKey(initiative.id, event.n), event, openings };
    const counted = countedInitiative(initiative);
    yield toCountedItem(counted);
    additions.push(...additionsBetween(null, counted.contribution));
    const { unit, number } = initiative;
    if (number !== null) last.set(unit, { unit, year: initiative.year, lastNumber: number });
  }
  for (const addition of mergeAdditions(additions)) yield toFigureItem(addition);
  for (const { unit, year, lastNumber } of last.values())
    yield { ...registerNumberKey(unit, year), lastNumber };
}

export function toFigureItem({ pk, sk, by }: Addition): Item {
  if (!readChildFigureKey({ pk, sk })) return { pk, sk, ...by };
  const { counters, due } = sumCounters({ pk, sk, by }, undefined);
  return { pk, sk, ...counters, due };
}
