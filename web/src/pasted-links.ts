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

/** Decodes escapes, also doubled ones, and removes invisible characters. A stray percent sign stays. */
export function decodeLink(text: string): string {
  return decodeOnce(decodeOnce(text))
    .normalize("NFKC")
    .replace(/\p{Default_Ignorable_Code_Point}/gu, "");
}

/** Also finds links that a mail program broke with spaces or line ends. */
export function findInLink(text: string, pattern: RegExp): RegExpExecArray | null {
  const link = decodeLink(text.slice(0, 2_000));
  return pattern.exec(link) ?? pattern.exec(link.replace(/\s+/g, ""));
}

/** Programs may replace hyphens by longer dashes. */
export const codePattern = "[0-9A-Za-z]{4}[\\p{Pd}\\u2212]?[0-9A-Za-z]{4}[\\p{Pd}\\u2212]?[0-9A-Za-z]{4}";
