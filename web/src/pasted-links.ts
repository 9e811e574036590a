const percent = /(?:%[0-9a-f]{2})+/gi;

function decodeOnce(text: string): string {
  return text.replace(percent, (escaped) => {
    try {
      return decodeURIComponent(escaped);
    } catch {
      return escaped;
    }
  });
}

/** Decodes single and double percent-encoding and removes invisible characters. Keeps a stray percent sign. */
export function decodeLink(text: string): string {
  return decodeOnce(decodeOnce(text))
    .normalize("NFKC")
    .replace(/\p{Default_Ignorable_Code_Point}/gu, "");
}

/** Finds a link even if a mail program inserted spaces or line breaks. */
export function findInLink(text: string, pattern: RegExp): RegExpExecArray | null {
  const link = decodeLink(text.slice(0, 2_000));
  return pattern.exec(link) ?? pattern.exec(link.replace(/\s+/g, ""));
}

/** Accepts any dash, because programs may replace hyphens. */
export const codePattern = "[0-9A-Za-z]{4}[\\p{Pd}\\u2212]?[0-9A-Za-z]{4}[\\p{Pd}\\u2212]?[0-9A-Za-z]{4}";
