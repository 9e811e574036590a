import { childCounterOf } from "./child-figures.ts";

/** Adds `value` to a year, figure key and dimension ("" for the total). */
export interface Count {
  year: number;
  key: string;
  dimension: string;
  value: number;
}

/** `units`: from the record's unit to the root. */
export interface Contribution {
  units: string[];
  counts: Count[];
}

export type CountedKind = "initiative" | "commendation" | "activity" | "model" | "replication";

export interface CountedVersion {
  kind: CountedKind;
  id: string;
  version: number;
  contribution: Contribution;
}

export interface FigureChange {
  unit: string;
  year: number;
  key: string;
  dimension: string;
  by: number;
}

/** Change of `unit`'s counter for a direct child. */
export interface ChildChange {
  unit: string;
  child: string;
  year: number;
  counter: string;
  by: number;
}

export function diffContributions(before: Contribution | null, after: Contribution | null): FigureChange[] {
  return diff(before, after, ({ units, counts }) =>
    units.flatMap((unit) =>
      counts.map(({ year, key, dimension, value }) => ({ unit, year, key, dimension, by: value })),
    ),
  );
}

export function diffChildren(before: Contribution | null, after: Contribution | null): ChildChange[] {
  return diff(before, after, ({ units, counts }) =>
    units.slice(1).flatMap((unit, i) =>
      counts.flatMap((count) => {
        const counter = childCounterOf(count);
        if (counter === null) return [];
        return [{ unit, child: units[i] ?? "", year: count.year, counter, by: count.value }];
      }),
    ),
  );
}

function diff<T extends { by: number }>(
  before: Contribution | null,
  after: Contribution | null,
  changesOf: (contribution: Contribution) => T[],
): T[] {
  const changes = new Map<string, T>();
  const add = (contribution: Contribution | null, sign: 1 | -1) => {
    for (const change of contribution ? changesOf(contribution) : []) {
      const place = Object.values({ ...change, by: "" }).join("|");
      const by = (changes.get(place)?.by ?? 0) + sign * change.by;
      changes.set(place, { ...change, by });
    }
  };
  add(before, -1);
  add(after, 1);
  return [...changes.values()].filter(({ by }) => by !== 0);
}
