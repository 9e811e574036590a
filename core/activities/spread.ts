import * as v from "valibot";
import { type Model, modelStates, stateOfModel } from "./model.ts";
import { OriginRef } from "./origin.ts";
import { type Replication, replicationStates, stateOfReplication } from "./replication.ts";

export const SpreadRow = v.strictObject({
  kind: v.picklist(["model", "replication"]),
  id: v.string(),
  of: OriginRef,
  unit: v.string(),
  title: v.string(),
  /** Day of launch or first use; null if unknown. */
  since: v.nullable(v.string()),
  state: v.picklist([...new Set([...modelStates, ...replicationStates])]),
  confirmed: v.boolean(),
});
export type SpreadRow = v.InferOutput<typeof SpreadRow>;

/** `depth`: 1 for a place that applies the origin directly. */
export interface SpreadPlace extends SpreadRow {
  depth: number;
}

/** Null for withdrawn records and for models without an origin. */
export function spreadRowOf(record: Model | Replication): SpreadRow | null {
  if (record.withdrawn) return null;
  const { id, unit } = record;
  if ("of" in record) {
    const { of, originTitle: title, startedOn: since, confirmed } = record;
    const state = stateOfReplication(record);
    return { kind: "replication", id, of, unit, title, since, state, confirmed: confirmed !== null };
  }
  const { replicatedFrom: of, name: title, launchedOn: since } = record;
  return of && { kind: "model", id, of, unit, title, since, state: stateOfModel(record), confirmed: false };
}

export const mostPlaces = 500;

/** Skips records already seen and stops at `mostPlaces`. */
export async function walkSpread(
  origin: OriginRef,
  read: (origin: OriginRef) => Promise<SpreadRow[]>,
): Promise<{ places: SpreadPlace[]; more: boolean }> {
  const places: SpreadPlace[] = [];
  const seen = new Set([`${origin.kind} ${origin.id}`]);
  let more = false;
  const visit = async (from: OriginRef, depth: number): Promise<void> => {
    const rows = await read(from);
    for (const row of rows.toSorted(byDay)) {
      if (places.length >= mostPlaces) {
        more = true;
        return;
      }
      const name = `${row.kind} ${row.id}`;
      if (seen.has(name)) continue;
      seen.add(name);
      places.push({ ...row, depth });
      if (row.kind === "model") await visit({ kind: "model", id: row.id }, depth + 1);
    }
  };
  await visit(origin, 1);
  return { places, more };
}

const lastDay = "9999";

const byDay = (a: SpreadRow, b: SpreadRow): number =>
  (a.since ?? lastDay).localeCompare(b.since ?? lastDay) || a.id.localeCompare(b.id);
