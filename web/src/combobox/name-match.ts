import { lookupTable } from "#core/base/lookup.ts";
import { stripMarks } from "#core/base/search-key.ts";

export interface Hit {
  from: number;
  to: number;
}

interface NameWord extends Hit {
  /** Lower case, without diacritics. */
  letters: string;
  /** Lower case, with diacritics. */
  written: string;
}

const shortKinds = lookupTable({
  tp: "thanh pho",
  tx: "thi xa",
  tt: "thi tran",
  h: "huyen",
  q: "quan",
  p: "phuong",
  x: "xa",
  dk: "dac khu",
  t: "tinh",
});
const kinds = [...new Set(Object.values(shortKinds))].map((kind) => kind.split(" "));

/** One interpretation of the query. `withoutKind` leaves out the kind of unit, which may have changed. */
interface Reading {
  words: NameWord[];
  withoutKind: boolean;
}

function wordsOf(text: string): NameWord[] {
  return [...text.normalize("NFC").matchAll(/[\p{L}\p{M}]+|\p{N}+/gu)].map(({ 0: word, index }) => ({
    from: index,
    to: index + word.length,
    letters: stripMarks(word),
    written: word.toLowerCase(),
  }));
}

function kindLength(words: readonly NameWord[]): number {
  const kind = kinds.find((each) => each.every((part, i) => words[i]?.letters === part));
  return kind?.length ?? 0;
}

export function readQuery(typed: string): Reading[] {
  const words = wordsOf(typed);
  if (words.length === 0) return [];
  const readings: Reading[] = [{ words, withoutKind: false }];
  const [first, ...rest] = words as [NameWord, ...NameWord[]];
  const long = rest.length > 0 ? shortKinds[first.letters] : undefined;
  const full = long ? [...wordsOf(long), ...rest] : words;
  if (long) readings.push({ words: full, withoutKind: false });
  const kind = kindLength(full);
  if (kind > 0 && full.length > kind) readings.push({ words: full.slice(kind), withoutKind: true });
  return readings;
}

/** Exceeds all other ranks and penalties together. */
const kindPenalty = 10;
const marksPenalty = 0.5;

/**
 * Rank of a name for a query: 0 is best, null is no match. Words match in any order, by prefix, or without spaces. Some
 * words may match `around`, such as the parent unit's name.
 */
export function matchName(
  name: string,
  query: readonly Reading[],
  around = "",
): { rank: number; hits: Hit[] } | null {
  const words = wordsOf(name);
  let best: { rank: number; hits: Hit[] } | null = null;
  for (const { words: wanted, withoutKind } of query) {
    const match = findPhrase(words, wanted) ?? findAnywhere(words, wanted, wordsOf(around));
    if (!match) continue;
    const rank = match.rank + (withoutKind ? kindPenalty : 0) + (hasMarks(name, wanted) ? 0 : marksPenalty);
    if (!best || rank < best.rank) best = { rank, hits: match.hits };
  }
  return best;
}

const hasMarks = (name: string, wanted: readonly NameWord[]) => {
  const written = name.normalize("NFC").toLowerCase();
  return wanted.every((word) => written.includes(word.written));
};

function findPhrase(words: readonly NameWord[], wanted: readonly NameWord[]) {
  const kind = kindLength(words);
  const letters = wanted.map((word) => word.letters).join("");
  for (const [start, word] of words.entries()) {
    const rest = words.slice(start).map((each) => each.letters);
    const inOrder = wanted.every(({ letters }, i) =>
      i === wanted.length - 1 ? rest[i]?.startsWith(letters) : rest[i] === letters,
    );
    if (!inOrder && !(letters.length > 3 && rest.join("").startsWith(letters))) continue;
    const whole = rest.join("") === letters;
    const position = start === 0 || start === kind ? (whole ? 0 : 1) : 2;
    return {
      rank: position + (inOrder ? 0 : 0.25),
      hits: [{ from: word.from, to: endOf(words, start, letters.length) }],
    };
  }
  return null;
}

function endOf(words: readonly NameWord[], start: number, count: number): number {
  let left = count;
  for (const word of words.slice(start)) {
    if (word.letters.length >= left) return Math.min(word.to, word.from + left);
    left -= word.letters.length;
  }
  return words.at(-1)?.to ?? 0;
}

function findAnywhere(words: readonly NameWord[], wanted: readonly NameWord[], around: readonly NameWord[]) {
  const hits: Hit[] = [];
  let outside = 0;
  for (const { letters } of wanted) {
    const word = words.find((each) => each.letters.startsWith(letters));
    if (word) hits.push({ from: word.from, to: Math.min(word.to, word.from + letters.length) });
    else if (around.some((each) => each.letters.startsWith(letters))) outside++;
    else return null;
  }
  // At least one word must match the name itself.
  if (hits.length === 0) return null;
  return { rank: outside === 0 ? 3 : 4, hits: mergeHits(hits) };
}

function mergeHits(hits: readonly Hit[]): Hit[] {
  const merged: Hit[] = [];
  for (const hit of [...hits].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last && hit.from <= last.to) last.to = Math.max(last.to, hit.to);
    else merged.push({ ...hit });
  }
  return merged;
}
