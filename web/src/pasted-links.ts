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

/** A link or a part of one with its escapes read, also where they were escaped twice. A percent sign that escapes nothing stays. */
export function decodeLink(text: string): string {
  return decodeOnce(decodeOnce(text))
    .normalize("NFKC")
    .replace(/\p{Default_Ignorable_Code_Point}/gu, "");
}

/**
 * What `pattern` finds in a link that somebody pasted: as it stands, or without the blanks and line ends by which a mail program broke it.
 */
export function findInLink(text: string, pattern: RegExp): RegExpExecArray | null {
  const link = decodeLink(text.slice(0, 2_000));
  return pattern.exec(link) ?? pattern.exec(link.replace(/\s+/g, ""));
}

/** The pattern of a code in a link, its dashes perhaps made longer on the way. */
export const codePattern = "[0-9A-Za-z]{4}[\\p{Pd}\\u2212]?[0-9A-Za-z]{4}[\\p{Pd}\\u2212]?[0-9A-Za-z]{4}";
