import { matchName, readQuery } from "./name-match.ts";

interface Findable {
  name: string;
  code?: string;
  /** Names under which people may still look for it. */
  former?: readonly string[];
}

/** Who is called so now comes before who was. */
const formerNamePenalty = 0.1;

export interface UnitMatch {
  /** 0 the best. */
  rank: number;
  /** The former name that holds it better than the present one. */
  former: string | null;
}

/**
 * Says for each unit how it answers to what somebody typed to find it, null where it does not: by its name or a former one, with or without
 * marks and the kind of unit in front, or by how its code begins. Every unit answers to an empty text.
 */
export function matchUnits(typed: string): (unit: Findable) => UnitMatch | null {
  const query = readQuery(typed);
  const code = typed.trim();
  return ({ name, code: own = "", former = [] }) => {
    if (query.length === 0) return { rank: 0, former: null };
    let best: UnitMatch | null =
      /^\d+$/.test(code) && own.startsWith(code) ? { rank: 0, former: null } : null;
    for (const [i, each] of [name, ...former].entries()) {
      const found = matchName(each, query);
      if (!found) continue;
      const rank = found.rank + (i === 0 ? 0 : formerNamePenalty);
      if (best === null || rank < best.rank) best = { rank, former: i === 0 ? null : each };
    }
    return best;
  };
}
