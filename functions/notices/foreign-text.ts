const invisible = /[\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu;
const blanks = /[\p{Z}\p{Cc}]+/gu;
const dots = ".\u3002\uFF0E\uFF61\u2024\uFE52";
const domainDot = new RegExp(
  `(?<=\\p{L})[${dots}](?=[\\p{L}\\p{N}])|(?<=\\S)[${dots}](?=[\\p{L}\\p{M}])|(?<=www)[${dots}](?=\\S)`,
  "giu",
);
/** Matches a colon, except in a time or ratio (14:30). */
const schemeColon = /(?<=[^\s\d])[:\uFF1A](?=\S)|[:\uFF1A](?=[^\s\d])/gu;
const atSign = / ?[@\uFF20\uFE6B] ?/gu;
const sharePath = /\\(?=\\)/g;
const numericHost = /\d{1,3}(?:\.\d{1,3}){3}(?=[/:])/g;

/**
 * Turns users' text into one line that mail programs do not link: `x.vn/y` becomes `x. vn/y`. Removes
 * invisible characters and direction overrides.
 */
export function quote(text: string): string {
  return text
    .replace(invisible, "")
    .replace(blanks, " ")
    .replace(domainDot, "$& ")
    .replace(schemeColon, "$& ")
    .replace(atSign, " @ ")
    .replace(sharePath, "\\ ")
    .replace(numericHost, (host) => host.replaceAll(".", ". "))
    .trim();
}

/** Keeps the extension of an image or document, because no domain ends with it. */
export function quoteFileName(name: string): string {
  const [, stem = name, ending = ""] = /^(.+)(\.(?:jpe?g|png|webp|heic|pdf|docx?|xlsx?))$/is.exec(name) ?? [];
  return quote(stem) + ending;
}
