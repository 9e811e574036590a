import { lookupTable } from "#core/base/lookup.ts";

export const vietnamese = lookupTable<string>({});

export function addWords(words: Record<string, string>): void {
  Object.assign(vietnamese, words);
}
