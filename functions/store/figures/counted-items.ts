import type { Contribution, CountedVersion } from "#core/figures/contribution.ts";
import { countedKey } from "../keys.ts";
import { getItems, type Item, type Table } from "../table.ts";
import { isNew, putOf, type Write } from "../writes.ts";
import { type Addition, additionsBetween, mergeAdditions, negate } from "./additions.ts";

/** `additions`: still to be written. `before`: item with earlier additions. */
export interface CountedPlan {
  version: CountedVersion;
  before: Item | undefined;
  additions: Addition[];
}

export async function readPlans(table: Table, versions: readonly CountedVersion[]): Promise<CountedPlan[]> {
  const items = await getItems(table, versions.map(countedKey));
  const counted = new Map(items.map((item) => [item.pk as string, item]));
  return versions.flatMap((version) => {
    const before = counted.get(countedKey(version).pk);
    if (before && before.version >= version.version) return [];
    const contribution = before?.contribution ? readContribution(before.contribution) : null;
    const applied: Addition[] = before?.applied ?? [];
    const between = additionsBetween(contribution, version.contribution);
    return [{ version, before, additions: mergeAdditions([...between, ...applied.map(negate)]) }];
  });
}

export function toCountedItem(version: CountedVersion): Item {
  const contribution = writeContribution(version.contribution);
  return { ...countedKey(version), version: version.version, contribution };
}

/** Replaces the counted version; `plan.additions` must be written with it. */
export const putCounted = (table: Table, { version, before }: CountedPlan): Write =>
  put(table, toCountedItem(version), before);

export function putPart(table: Table, plan: CountedPlan, additions: readonly Addition[]): Write {
  const { version, before } = plan;
  const earlier: Addition[] = before?.applied ?? [];
  const applied = mergeAdditions([...earlier, ...additions]);
  const parts = (before?.parts ?? 0) + 1;
  const counted = { version: before?.version ?? 0, contribution: before?.contribution, applied, parts };
  return put(table, { ...countedKey(version), ...counted }, before);
}

function put(table: Table, item: Item, before: Item | undefined): Write {
  if (!before) return putOf(table, item, isNew);
  const { version, parts } = before;
  const isStill = parts === undefined ? "attribute_not_exists(parts)" : "parts = :parts";
  return putOf(table, item, {
    ConditionExpression: `version = :version AND ${isStill}`,
    ExpressionAttributeValues: { ":version": version, ...(parts !== undefined && { ":parts": parts }) },
  });
}

/** Compact form that keeps most items below 1 kB, DynamoDB's write unit. */
function writeContribution({ units, counts }: Contribution): Item {
  const rows = new Map<string, number>();
  for (const { year, key, dimension, value } of counts) {
    const row = `${year}#${key}#${dimension}`;
    rows.set(row, (rows.get(row) ?? 0) + value);
  }
  return { units, counts: Object.fromEntries(rows) };
}

function readContribution({ units, counts }: Item): Contribution {
  return {
    units,
    counts: Object.entries(counts as Record<string, number>).map(([row, value]) => {
      const [year = "", key = "", dimension = ""] = row.split("#");
      return { year: Number(year), key, dimension, value };
    }),
  };
}
