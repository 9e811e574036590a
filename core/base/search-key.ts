/** Tone marks of Vietnamese as they stand after decomposition: huyền, sắc, ngã, hỏi, nặng. */
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;
/** What converters leave in the place of đ, in lower case and decomposed. */
const dyet = /[ðɖ]|d[\u0335\u0336]/g;
const marks = /\p{M}/gu;

/** A `y` that is its syllable's only vowel, which is written `i` as well: kỹ and kĩ, quý and quí. */
const loneY = /^([bcdđghklmnpqrstvx]*|qu)y$/;

/** A word as it is compared: its letters without the tone, and the tone apart, so that hòa and hoà are one. */
interface Syllable {
  letters: string;
  tone: string;
}

/** Lower case, decomposed; full-width letters as plain ones, look-alikes of đ as đ, without what nobody sees. */
const spread = (text: string): string =>
  text
    .toLowerCase()
    .normalize("NFKD")
    .replace(dyet, "đ")
    .replace(/\p{Default_Ignorable_Code_Point}/gu, "");

/** Text without case and marks, so that `dien lac` finds Diên Lạc; đ is a letter of its own and decomposes to nothing. */
export function stripMarks(text: string): string {
  return spread(text).replace(marks, "").replaceAll("đ", "d").trim();
}

function syllablesOf(text: string): Syllable[] {
  const words = spread(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.map((word) => ({
    letters: word.replace(tones, "").replace(loneY, "$1i"),
    tone: word.match(tones)?.join("") ?? "",
  }));
}

/** Without any mark, `đ` as `d`: what somebody types who leaves the marks out. */
const plain = ({ letters }: Syllable): Syllable => ({
  letters: letters.replace(marks, "").replaceAll("đ", "d"),
  tone: "",
});

/** The words of a text without marks and capitals, one space between them. */
export function toPlainWords(text: string): string {
  return syllablesOf(text)
    .map((syllable) => plain(syllable).letters)
    .join(" ");
}

/**
 * How the words typed stand in a text, one after the other, the last of them perhaps not typed to its end: `toned` with the marks that they
 * were typed with, `toneless` where marks must be left out, else null.
 */
export function findWords(text: string, typed: string): "toned" | "toneless" | null {
  const wanted = syllablesOf(typed);
  const there = syllablesOf(text);
  if (wanted.length === 0) return null;
  if (standsIn(there, wanted)) return "toned";
  return standsIn(there.map(plain), wanted.map(plain)) ? "toneless" : null;
}

function standsIn(there: Syllable[], wanted: Syllable[]): boolean {
  return there.some((_, start) =>
    wanted.every((word, i) => {
      const found = there[start + i];
      if (!found) return false;
      if (found.letters === word.letters) return found.tone === word.tone;
      const unfinished = i === wanted.length - 1 && found.letters.startsWith(word.letters);
      return unfinished && (word.tone === "" || word.tone === found.tone);
    }),
  );
}
