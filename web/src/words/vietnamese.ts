import { lookupTable } from "#core/base/lookup.ts";

/** Vietnamese texts loaded so far; each page adds its own. */
export const vietnamese = lookupTable<string>({});

export function addWords(words: Record<string, string>): void {
  Object.assign(vietnamese, words);
}
