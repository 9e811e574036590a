/** One number of a version of a record: `value` more under this year, figure key and dimension ("" for the whole). */
export interface Count {
  year: number;
  key: string;
  dimension: string;
  value: number;
}

/** Counts that one version of a record adds to each of `units`, ordered from its unit to the root. */
export interface Contribution {
  units: string[];
  counts: Count[];
}

export type CountedKind = "initiative" | "commendation" | "activity" | "model" | "replication";

/** One version of a record of any kind, as the figures count it. */
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

export function diffContributions(before: Contribution | null, after: Contribution | null): FigureChange[] {
  const changes = new Map<string, FigureChange>();
  const add = (contribution: Contribution | null, sign: 1 | -1) => {
    if (!contribution) return;
    for (const unit of contribution.units)
      for (const { year, key, dimension, value } of contribution.counts) {
        const id = `${unit}|${year}|${key}|${dimension}`;
        const change = changes.get(id) ?? { unit, year, key, dimension, by: 0 };
        changes.set(id, { ...change, by: change.by + sign * value });
      }
  };
  add(before, -1);
  add(after, 1);
  return [...changes.values()].filter(({ by }) => by !== 0);
}
