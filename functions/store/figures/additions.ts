import { type Contribution, diffChildren, diffContributions } from "#core/figures/contribution.ts";
import { childFigureKey, countedFigureKey, type Key } from "../keys.ts";
import type { Table } from "../table.ts";
import type { Write } from "../writes.ts";

export interface Addition extends Key {
  by: Record<string, number>;
}

/** Additions to figures and child counters that replace contribution `before` by `after`. */
export function additionsBetween(before: Contribution | null, after: Contribution): Addition[] {
  return mergeAdditions([
    ...diffContributions(before, after).map(({ unit, year, key, dimension, by }) => ({
      ...countedFigureKey(unit, year, key, dimension),
      by: { value: by },
    })),
    ...diffChildren(before, after).map(({ unit, child, year, counter, by }) => ({
      ...childFigureKey(unit, year, child),
      by: { [counter]: by },
    })),
  ]);
}

/** Drops zeros. */
export function mergeAdditions(additions: readonly Addition[]): Addition[] {
  const merged = new Map<string, { key: Key; by: Map<string, number> }>();
  for (const { pk, sk, by } of additions) {
    const place = placeOf({ pk, sk });
    const found = merged.get(place) ?? { key: { pk, sk }, by: new Map() };
    merged.set(place, found);
    for (const [name, value] of Object.entries(by)) found.by.set(name, (found.by.get(name) ?? 0) + value);
  }
  return [...merged.values()].flatMap(({ key, by }) => {
    const changed = [...by].filter(([, value]) => value !== 0);
    return changed.length === 0 ? [] : [{ ...key, by: Object.fromEntries(changed) }];
  });
}

export const placeOf = ({ pk, sk }: Key): string => `${pk}|${sk}`;

export function negate({ by, ...key }: Addition): Addition {
  return { ...key, by: Object.fromEntries(Object.entries(by).map(([name, value]) => [name, -value])) };
}

export function addClause(by: Addition["by"]) {
  const entries = Object.entries(by);
  return {
    clause: entries.length === 0 ? "" : `ADD ${entries.map((_, i) => `#${i} :${i}`).join()}`,
    names: Object.fromEntries(entries.map(([name], i) => [`#${i}`, name])),
    values: Object.fromEntries(entries.map(([, value], i) => [`:${i}`, value])),
  };
}

export function toUpdate(table: Table, { pk, sk, by }: Addition): Write {
  const { clause, names, values } = addClause(by);
  return {
    Update: {
      TableName: table.name,
      Key: { pk, sk },
      UpdateExpression: clause,
      ExpressionAttributeNames: names,
      ExpressionAttributeValues: values,
    },
  };
}
