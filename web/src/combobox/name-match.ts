import { lookupTable } from "#core/base/lookup.ts";
import { stripMarks } from "#core/base/search-key.ts";

/** The part of a name, from and up to an index, that holds what was typed. */
export interface Hit {
  from: number;
  to: number;
}

interface NameWord extends Hit {
  /** Without case and marks. */
  letters: string;
  /** As written, without case. */
  written: string;
}

/** What each kind of unit is shortened to in front of its name. */
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

/** One way to read what was typed: all words of it, or without the kind of unit in front, which may have changed since. */
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

/** How many words of a name say what kind of unit it is. */
function kindLength(words: readonly NameWord[]): number {
  const kind = kinds.find((each) => each.every((part, i) => words[i]?.letters === part));
  return kind?.length ?? 0;
}

/** The ways to read what somebody typed to find a name; none where there is no word in it. */
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

/** Without the kind that was typed, every place is worse than with it. */
const kindPenalty = 10;
/** A name with other tone marks than typed stands behind its like. */
const marksPenalty = 0.5;

/**
 * How well a name holds what was typed, 0 the best, and where; null where it does not. Words may stand anywhere, the last may be unfinished,
 * and the spaces between them may be missing. `around` is text that may hold some of the words too, as the name of the unit above.
 */
export function matchName(
  name: string,
  query: readonly Reading[],
  around = "",
): { rank: number; hits: Hit[] } | null {
  const words = wordsOf(name);
  let best: { rank: number; hits: Hit[] } | null = null;
  for (const { words: wanted, withoutKind } of query) {
    const place = findPhrase(words, wanted) ?? findAnywhere(words, wanted, wordsOf(around));
    if (!place) continue;
    const rank = place.rank + (withoutKind ? kindPenalty : 0) + (hasMarks(name, wanted) ? 0 : marksPenalty);
    if (!best || rank < best.rank) best = { rank, hits: place.hits };
  }
  return best;
}

const hasMarks = (name: string, wanted: readonly NameWord[]) => {
  const written = name.normalize("NFC").toLowerCase();
  return wanted.every((word) => written.includes(word.written));
};

/** All words one after the other: at the beginning, behind the kind of unit, or later. */
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
    const place = start === 0 || start === kind ? (whole ? 0 : 1) : 2;
    return {
      rank: place + (inOrder ? 0 : 0.25),
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
  // Something of the name itself must be meant.
  if (hits.length === 0) return null;
  return { rank: outside === 0 ? 3 : 4, hits: mergeHits(hits) };
}

/** Hits in order, each place once. */
function mergeHits(hits: readonly Hit[]): Hit[] {
  const merged: Hit[] = [];
  for (const hit of [...hits].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last && hit.from <= last.to) last.to = Math.max(last.to, hit.to);
    else merged.push({ ...hit });
  }
  return merged;
}
