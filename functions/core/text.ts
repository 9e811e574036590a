import * as v from "valibot";

/** Control characters but tab and line feed, line separators, overrides of the writing direction, and halves of a surrogate pair. */
const controls = /(?![\t\n])\p{Cc}|[\u2028\u2029\uFEFF]|\p{Bidi_Control}|\p{Cs}/gu;

/** Text as it is kept: NFC, line ends as \n, no control or direction-override characters, no space at the ends. */
export function cleanText(text: string): string {
  // NFC last: a character taken out may have stood between a letter and its mark.
  return text.replace(/\r\n?/g, "\n").replace(controls, "").normalize("NFC").trim();
}

/** A text that must say something, at most `max` characters. Keys: `<name>.required`, `<name>.tooLong`. */
export const requiredText = (name: string, max: number) =>
  v.pipe(
    v.string(`${name}.required`),
    v.transform(cleanText),
    v.nonEmpty(`${name}.required`),
    v.maxLength(max, `${name}.tooLong`),
  );

/** A text that may be left empty: "" when nothing is said. */
export const optionalText = (name: string, max: number) =>
  v.optional(
    v.pipe(v.string(`${name}.invalid`), v.transform(cleanText), v.maxLength(max, `${name}.tooLong`)),
    "",
  );

/** A day, YYYY-MM-DD, that exists in the calendar. */
export const day = (key: string) => v.pipe(v.string(key), v.check(isDay, key));

/** True for a day that exists, YYYY-MM-DD, years 1000 to 9999. */
export function isDay(text: string): boolean {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}
