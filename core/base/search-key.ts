const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;
const dStroke = /[ðɖ]|d[\u0335\u0336]/g;
const marks = /\p{M}/gu;

/** `y` as the only vowel can be spelled `i`: kỹ and kĩ, quý and quí. */
const loneY = /^([bcdđghklmnpqrstvx]*|qu)y$/;

/** The tone is separate from the letters, so that hòa equals hoà. */
interface Syllable {
  letters: string;
  tone: string;
}

const decompose = (text: string): string =>
  text
    .toLowerCase()
    .normalize("NFKD")
    .replace(dStroke, "đ")
    .replace(/\p{Default_Ignorable_Code_Point}/gu, "");

/** Lower case without marks: `dien lac` finds Diên Lạc. NFD does not decompose đ. */
export function stripMarks(text: string): string {
  return decompose(text).replace(marks, "").replaceAll("đ", "d").trim();
}

function syllablesOf(text: string): Syllable[] {
  const words = decompose(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.map((word) => ({
    letters: word.replace(tones, "").replace(loneY, "$1i"),
    tone: word.match(tones)?.join("") ?? "",
  }));
}

const withoutMarks = ({ letters }: Syllable): Syllable => ({
  letters: letters.replace(marks, "").replaceAll("đ", "d"),
  tone: "",
});

export function toPlainWords(text: string): string {
  return syllablesOf(text)
    .map((syllable) => withoutMarks(syllable).letters)
    .join(" ");
}

/**
 * Finds typed words in sequence; the last word may be incomplete. `toned`: found with marks; `toneless`: found only if
 * marks are ignored.
 */
export function findWords(text: string, typed: string): "toned" | "toneless" | null {
  const wanted = syllablesOf(typed);
  const words = syllablesOf(text);
  if (wanted.length === 0) return null;
  if (containsWords(words, wanted)) return "toned";
  return containsWords(words.map(withoutMarks), wanted.map(withoutMarks)) ? "toneless" : null;
}

function containsWords(words: Syllable[], wanted: Syllable[]): boolean {
  return words.some((_, start) =>
    wanted.every((word, i) => {
      const found = words[start + i];
      if (!found) return false;
      if (found.letters === word.letters) return found.tone === word.tone;
      const unfinished = i === wanted.length - 1 && found.letters.startsWith(word.letters);
      return unfinished && (word.tone === "" || word.tone === found.tone);
    }),
  );
}
