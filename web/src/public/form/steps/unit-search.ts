import { type Hit, matchName, readQuery } from "../../../combobox/name-match.ts";
import type { FormUnit } from "../form-context.tsx";

export interface FoundUnit {
  unit: FormUnit;
  hits: readonly Hit[];
  /** Former name, if it matches better than the current one. */
  former: { name: string; hits: readonly Hit[] } | null;
}

export function findUnits(units: readonly FormUnit[], typed: string): FoundUnit[] {
  const query = readQuery(typed);
  if (query.length === 0) return units.map((unit) => ({ unit, hits: [], former: null }));
  const ranked = units.flatMap((unit) => {
    const present = matchName(unit.name, query, unit.within ?? "");
    let best = present && {
      rank: present.rank,
      found: { unit, hits: present.hits, former: null } as FoundUnit,
    };
    for (const name of unit.former ?? []) {
      const match = matchName(name, query);
      if (match && (!best || match.rank < best.rank))
        best = { rank: match.rank, found: { unit, hits: [], former: { name, hits: match.hits } } };
    }
    return best ? [best] : [];
  });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ found }) => found);
}
