import { lookupTable } from "#core/base/lookup.ts";

/** The Vietnamese words fetched so far. Each page adds its own; English is fetched whole. */
export const vietnamese = lookupTable<string>({});

export function addWords(words: Record<string, string>): void {
  Object.assign(vietnamese, words);
}
