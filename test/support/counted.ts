import type { Contribution, CountedVersion } from "#core/figures/contribution.ts";
import { countInitiative } from "#core/figures/contributions/initiative.ts";
import type { Initiative } from "#core/initiatives/initiative.ts";

export function countedInitiative(initiative: Initiative): CountedVersion {
  const { id, version } = initiative;
  return { kind: "initiative", id, version, contribution: countInitiative(initiative) };
}

/** Values by `key` or `key#dimension`. */
export function countsByRow({ counts }: Contribution): Record<string, number> {
  const rows: Record<string, number> = {};
  for (const { key, dimension, value } of counts) {
    const row = dimension === "" ? key : `${key}#${dimension}`;
    rows[row] = (rows[row] ?? 0) + value;
  }
  return rows;
}
