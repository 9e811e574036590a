import { createHash } from "node:crypto";

export interface Random {
  next(): number;
  /** Includes both bounds. */
  between(least: number, most: number): number;
  chance(share: number): boolean;
  pick<T>(among: readonly T[]): T;
  /** Keeps the order of the list. */
  some<T>(among: readonly T[], count: number): T[];
  shuffle<T>(list: readonly T[]): T[];
}

/** Returns the same numbers for the same seed (mulberry32). */
export function createRandom(seed: string): Random {
  let state = createHash("sha256").update(seed).digest().readInt32LE();
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  const shuffle = <T>(list: readonly T[]): T[] => {
    const mixed = [...list];
    for (let at = mixed.length - 1; at > 0; at--) {
      const other = between(0, at);
      [mixed[at], mixed[other]] = [mixed[other] as T, mixed[at] as T];
    }
    return mixed;
  };
  return {
    next,
    between,
    chance: (share) => next() < share,
    pick<T>(among: readonly T[]): T {
      if (among.length === 0) throw new Error("nothing to pick from");
      return among[between(0, among.length - 1)] as T;
    },
    some(among, count) {
      const chosen = new Set(shuffle(among.map((_, at) => at)).slice(0, count));
      return among.filter((_, at) => chosen.has(at));
    },
    shuffle,
  };
}
