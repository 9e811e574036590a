import { matchName, readQuery } from "./name-match.ts";

interface Findable {
  name: string;
  code?: string;
  former?: readonly string[];
}

const formerNamePenalty = 0.1;

export interface UnitMatch {
  /** 0 is best. */
  rank: number;
  /** Former name, if it matches better than the current one. */
  former: string | null;
}

/** Matches a name, a former name or the start of a code. An empty text matches every unit. */
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
