import * as v from "valibot";
import { type FoundOrigin, longestChain, OriginRef } from "#core/activities/origin.ts";
import { titleOf } from "#core/initiatives/initiative.ts";
import { currentRecognitions } from "#core/initiatives/recognition.ts";
import type { Unit } from "#core/units/unit.ts";
import type { Ctx } from "../context.ts";
import type { OriginView } from "./views.ts";

/** `models`: the origin and its ancestors, with the versions read. */
export interface OriginLookup {
  found: FoundOrigin | null;
  models: { id: string; version: number }[];
}

export const noOrigin: OriginLookup = { found: null, models: [] };

/** Reads field `name` of an unvalidated form; null if invalid. */
export function originIn(form: unknown, name: "of" | "replicatedFrom"): OriginRef | null {
  const parsed = v.safeParse(OriginRef, (form as Record<string, unknown> | null)?.[name]);
  return parsed.success ? parsed.output : null;
}

export async function findOrigin(c: Ctx, asked: OriginRef | null): Promise<OriginLookup> {
  const { store } = c.var.deps;
  if (asked === null) return noOrigin;
  if (asked.kind === "initiative") {
    const initiative = await store.initiatives.get(asked.id);
    if (!initiative) return noOrigin;
    const usable = currentRecognitions(initiative.recognitions).length > 0;
    const { unit } = initiative;
    return { found: { ...asked, title: titleOf(initiative), unit, usable, chain: [] }, models: [] };
  }
  const model = await store.activities.get("model", asked.id);
  if (!model) return noOrigin;
  const models = [{ id: model.id, version: model.version }];
  const chain: string[] = [];
  let next = model.replicatedFrom;
  while (next?.kind === "model" && chain.length < longestChain && !chain.includes(next.id)) {
    const above = await store.activities.get("model", next.id);
    chain.push(next.id);
    if (!above) break;
    models.push({ id: above.id, version: above.version });
    next = above.replicatedFrom;
  }
  const { name: title, unit, withdrawn } = model;
  return { found: { ...asked, title, unit, usable: !withdrawn, chain }, models };
}

export function viewOrigin(
  units: ReadonlyMap<string, Unit>,
  { kind, id, title, unit }: OriginRef & { title: string; unit: string },
): OriginView {
  return { kind, id, title, unit: { id: unit, name: units.get(unit)?.name ?? unit } };
}
