import * as v from "valibot";

const lineEnds = /\r\n?|[\v\f\u0085\u2028\u2029]/g;

const blanks = /[\u3164\uFFA0\u2800]/g;

/**
 * Control and default-ignorable characters, annotation anchors, noncharacters, lone surrogates. A joiner between
 * two pictographs is kept.
 */
const invisible =
  /(?![\t\n]|(?<=\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\uFE0F)?)\u200D\p{Extended_Pictographic})(?:\p{Cc}|\p{Default_Ignorable_Code_Point}|[\uFFF9-\uFFFC]|\p{Noncharacter_Code_Point}|\p{Cs})/gu;

const wordSymbols: Readonly<Record<string, string>> = {
  "\uF0B7": "•",
  "\uF0A7": "▪",
  "\uF0D8": "➢",
  "\uF0FC": "✓",
  "\uF076": "❖",
  "\uF0E0": "→",
};

/** Characters that text converters write for Đ and đ. Lower-case ones match only at the start of a word. */
const lookAlikes = /[ÐƉ]|D[\u0335\u0336]|^(?:[ðɖ]|d[\u0335\u0336])/g;
const hasLookAlike = /[ÐðƉɖ]|[\u0335\u0336]/;
const words = /[\p{L}\p{M}]+/gu;
const vietnameseWord = /^(?:[a-zđ]|[\u0302\u0306\u031B])+$/;
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** Excess combining marks are cut, because NFC sorts marks in quadratic time. */
const stackedMarks = /(\p{M}{8})\p{M}+/gu;

const visible = /[^\p{M}\p{Z}\p{C}]|\p{Co}|\p{Cn}/u;

/** Restores đ, except in words with foreign letters (Icelandic) or between slashes or brackets (phonetic notation). */
function restoreDStroke(text: string): string {
  if (!hasLookAlike.test(text)) return text;
  return text.replace(words, (word, at: number) => {
    if (!hasLookAlike.test(word)) return word;
    const restored = word.replace(lookAlikes, (found) => (/^[ÐƉD]/.test(found) ? "Đ" : "đ"));
    const letters = restored.toLowerCase().normalize("NFD").replace(tones, "");
    if (!vietnameseWord.test(letters)) return word;
    const phonetic = "/[".includes(text.charAt(at - 1) || " ") && /^[a-zð]+$/.test(word);
    return phonetic ? word : restored;
  });
}

/** Stored form of multi-line text: NFC, `\n`, no invisible characters, trimmed. */
export function cleanProse(text: string): string {
  // NFC is last, because a removed character may separate a letter from its mark.
  const shown = text
    .replace(lineEnds, "\n")
    .replace(blanks, " ")
    .replace(/\p{Zs}/gu, " ")
    .replace(invisible, "")
    .replace(/[\uF076-\uF0FC]/g, (sign) => wordSymbols[sign] ?? sign)
    .replace(stackedMarks, "$1")
    .normalize("NFC");
  if (!visible.test(shown)) return "";
  return restoreDStroke(shown.replace(/^[\s\p{M}]+/u, ""))
    .normalize("NFC")
    .trimEnd();
}

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

/** Message keys: `<name>.required`, `<name>.tooLong`; optional fields use `<name>.invalid`, `<name>.tooLong`. */
export const requiredLine = required(cleanLine);

export const optionalLine = optional(cleanLine);

/** Optional line; undefined if missing. */
export const knownLine = (name: string, max: number) => v.optional(optionalLine(name, max).wrapped);

export const requiredProse = required(cleanProse);

export const optionalProse = optional(cleanProse);

export const reference = (key = "field.invalid", max = 80) =>
  v.pipe(v.string(key), v.regex(/^[\w.~-]+$/, key), v.maxLength(max, key));

/** Message key of a broken rule: `<name>.required` for no input, else `<name>.invalid`. */
export const requiredOrInvalid =
  (name: string) =>
  ({ input }: v.BaseIssue<unknown>) =>
    input === undefined || input === null || input === "" ? `${name}.required` : `${name}.invalid`;

export const day = (name: string) =>
  v.pipe(
    v.string(requiredOrInvalid(name)),
    v.check(isDay, requiredOrInvalid(name)),
    v.maxLength(10, `${name}.invalid`),
  );

export function isDay(text: string): boolean {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}

/** Value of an erased required text; pages show `text.erased`. */
export const erased = "";
