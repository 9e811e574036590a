import * as v from "valibot";

/** Line ends of every system, form feeds, and the separators of Unicode (UAX 14, class BK and NL). */
const lineEnds = /\r\n?|[\v\f\u0085\u2028\u2029]/g;

/** Blanks that are not white space to Unicode: fillers of Hangul and the empty pattern of Braille. */
const blanks = /[\u3164\uFFA0\u2800]/g;

/**
 * Characters that nobody sees: controls but tab and line feed, whatever Unicode lets a font ignore (joiners, soft hyphens, overrides of the
 * writing direction, variation selectors, tags), anchors of annotations and objects, noncharacters, and halves of a surrogate pair. The joiner
 * of two pictographs stays: without it one sign falls apart into two.
 */
const invisible =
  /(?![\t\n]|(?<=\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\uFE0F)?)\u200D\p{Extended_Pictographic})(?:\p{Cc}|\p{Default_Ignorable_Code_Point}|[\uFFF9-\uFFFC]|\p{Noncharacter_Code_Point}|\p{Cs})/gu;

/** Bullets and ticks of Word's Symbol and Wingdings fonts, which mean nothing outside of Word. */
const wordSymbols: Readonly<Record<string, string>> = {
  "\uF0B7": "•",
  "\uF0A7": "▪",
  "\uF0D8": "➢",
  "\uF0FC": "✓",
  "\uF076": "❖",
  "\uF0E0": "→",
};

/** What text converters leave in the place of Đ and đ; the small one begins every word that it stands in. */
const lookAlikes = /[ÐƉ]|D[\u0335\u0336]|^(?:[ðɖ]|d[\u0335\u0336])/g;
const hasLookAlike = /[ÐðƉɖ]|[\u0335\u0336]/;
const words = /[\p{L}\p{M}]+/gu;
/** The letters of Vietnamese once their tones are taken off: breve, circumflex and horn stay. */
const vietnameseWord = /^(?:[a-zđ]|[\u0302\u0306\u031B])+$/;
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** No language stacks so many marks on a letter; NFC sorts them, which takes the square of their number. */
const stackedMarks = /(\p{M}{8})\p{M}+/gu;

/** Without a letter, a digit or a sign there is nothing to see. */
const visible = /[^\p{M}\p{Z}\p{C}]|\p{Co}|\p{Cn}/u;

/**
 * Đ and đ where a converter wrote a look-alike. A word in letters that Vietnamese does not have keeps its own (Icelandic), and so does one
 * between slashes or brackets, which is phonetic writing.
 */
function mendDyet(text: string): string {
  if (!hasLookAlike.test(text)) return text;
  return text.replace(words, (word, at: number) => {
    if (!hasLookAlike.test(word)) return word;
    const mended = word.replace(lookAlikes, (found) => (/^[ÐƉD]/.test(found) ? "Đ" : "đ"));
    const letters = mended.toLowerCase().normalize("NFD").replace(tones, "");
    if (!vietnameseWord.test(letters)) return word;
    const phonetic = "/[".includes(text.charAt(at - 1) || " ") && /^[a-zð]+$/.test(word);
    return phonetic ? word : mended;
  });
}

/**
 * Text of several lines as it is kept: NFC, line ends as \n, blanks as spaces or tabs, nothing invisible, no space at its ends. A text with
 * nothing to see is "".
 */
export function cleanProse(text: string): string {
  // NFC last: a character taken out may have stood between a letter and its mark.
  const shown = text
    .replace(lineEnds, "\n")
    .replace(blanks, " ")
    .replace(/\p{Zs}/gu, " ")
    .replace(invisible, "")
    .replace(/[\uF076-\uF0FC]/g, (sign) => wordSymbols[sign] ?? sign)
    .replace(stackedMarks, "$1")
    .normalize("NFC");
  if (!visible.test(shown)) return "";
  // A mark with no letter before it belongs to none.
  return mendDyet(shown.replace(/^[\s\p{M}]+/u, ""))
    .normalize("NFC")
    .trimEnd();
}

/** Text of one line as it is kept: as `cleanProse`, with each run of white space as one space. */
export function cleanLine(text: string): string {
  return cleanProse(text).replace(/\s+/g, " ");
}

const required = (clean: (text: string) => string) => (name: string, max: number) =>
  v.pipe(
    v.string(`${name}.required`),
    v.transform(clean),
    v.nonEmpty(`${name}.required`),
    v.maxLength(max, `${name}.tooLong`),
  );

const optional = (clean: (text: string) => string) => (name: string, max: number) =>
  v.optional(
    v.pipe(v.string(`${name}.invalid`), v.transform(clean), v.maxLength(max, `${name}.tooLong`)),
    "",
  );

/** A name, a title or another text of one line that must say something, at most `max` characters. Keys: `<name>.required`, `<name>.tooLong`. */
export const requiredLine = required(cleanLine);

/** A text of one line that may be left empty: "" when nothing is said. Keys: `<name>.invalid`, `<name>.tooLong`. */
export const optionalLine = optional(cleanLine);

/** A text of several lines that must say something. Keys as for `requiredLine`. */
export const requiredProse = required(cleanProse);

/** A text of several lines that may be left empty. Keys as for `optionalLine`. */
export const optionalProse = optional(cleanProse);

/** The id of another record as it is named in a request; whether there is one is asked later. */
export const reference = (key = "field.invalid", max = 80) =>
  v.pipe(v.string(key), v.regex(/^[\w.~-]+$/, key), v.maxLength(max, key));

/** The key of a rule's fault: `<name>.required` where nothing is given, else `<name>.invalid`. */
export const requiredOrInvalid =
  (name: string) =>
  ({ input }: v.BaseIssue<unknown>) =>
    input === undefined || input === null || input === "" ? `${name}.required` : `${name}.invalid`;

/** A day, YYYY-MM-DD, that exists in the calendar. Keys: `<name>.required`, `<name>.invalid`. */
export const day = (name: string) =>
  v.pipe(
    v.string(requiredOrInvalid(name)),
    v.check(isDay, requiredOrInvalid(name)),
    v.maxLength(10, `${name}.invalid`),
  );

/** True for a day that exists, YYYY-MM-DD, years 1000 to 9999. */
export function isDay(text: string): boolean {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}

/**
 * Stands in a record for a name or text that has been erased. Names, titles and descriptions are never empty otherwise; pages, lists and documents
 * show `text.erased` in their language.
 */
export const erased = "";
