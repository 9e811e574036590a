const invisible = /[\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu;
const blanks = /[\p{Z}\p{Cc}]+/gu;
const dots = ".\u3002\uFF0E\uFF61\u2024\uFE52";
const domainDot = new RegExp(
  `(?<=\\p{L})[${dots}](?=[\\p{L}\\p{N}])|(?<=\\S)[${dots}](?=[\\p{L}\\p{M}])|(?<=www)[${dots}](?=\\S)`,
  "giu",
);
/** Any but that of a time of day or a ratio, 14:30. */
const schemeColon = /(?<=[^\s\d])[:\uFF1A](?=\S)|[:\uFF1A](?=[^\s\d])/gu;
const atSign = / ?[@\uFF20\uFE6B] ?/gu;
const sharePath = /\\(?=\\)/g;
const numericHost = /\d{1,3}(?:\.\d{1,3}){3}(?=[/:])/g;

/**
 * Text of somebody else as one line that no mail program or PDF reader turns into a link by itself: `x.vn/y` becomes `x. vn/y`,
 * `https://x` becomes `https: //x`, `a@b` becomes `a @ b`. Invisible characters and overrides of the writing direction are removed. Spaces rather than
 * invisible characters, which some programs drop, spam filters punish, and copied text carries along.
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

/** A file's name, quoted but for the ending of a picture or a paper: no domain ends so. */
export function quoteFileName(name: string): string {
  const [, stem = name, ending = ""] = /^(.+)(\.(?:jpe?g|png|webp|heic|pdf|docx?|xlsx?))$/is.exec(name) ?? [];
  return quote(stem) + ending;
}
