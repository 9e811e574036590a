export type HasLetter = (codePoint: number) => boolean;

export const lettersNote =
  "Ký tự mà phông chữ của văn bản không có được ghi bằng mã Unicode trong ngoặc vuông.";

const alike = new Map(
  Object.entries({
    ...{ "✓": "√", "✔": "√", "☑": "√", "✅": "√", "✗": "×", "✘": "×", "❌": "×", "☒": "×" },
    ...{ "➢": "►", "➤": "►", "❯": "►", "➔": "→", "➜": "→", "➡": "→", "⇒": "→" },
    ...{
      "❖": "◊",
      "◆": "◊",
      "◇": "◊",
      "★": "*",
      "☆": "*",
      "✦": "*",
      "❑": "□",
      "☐": "□",
      "⬜": "□",
      "⬛": "■",
    },
  }),
);

const unseen = /\p{Default_Ignorable_Code_Point}/u;
const control = /[\p{Cc}\u2028\u2029]/u;

/**
 * Replaces characters without a glyph by a similar sign, a plain form or a code such as [U+1F600]. `stated`:
 * a code was used.
 */
export function stateLetters<D>(document: D, has: HasLetter): { document: D; stated: boolean } {
  const known = new Map<string, string | null>();
  let stated = false;
  const plainOf = (letter: string): string | null => {
    const found = known.get(letter);
    if (found !== undefined) return found;
    const plain = findPlain(letter, has);
    known.set(letter, plain);
    return plain;
  };
  const state = (text: string): string => {
    if (!foreign.test(text)) return text;
    let [out, codes] = ["", [] as string[]];
    const close = () => {
      if (codes.length === 0) return;
      stated = true;
      out += `[${codes.join(" ")}]`;
      codes = [];
    };
    for (const letter of text) {
      if (codes.length > 0 && unseen.test(letter)) continue;
      const plain = plainOf(letter);
      if (plain === null) codes.push(codeOf(letter));
      else if (plain !== "") {
        close();
        out += plain;
      }
    }
    close();
    return out;
  };
  return { document: mapTexts(document, state), stated };
}

const foreign =
  /[^\n\r\t -~\u00A0-\u00FF\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01A0\u01A1\u01AF\u01B0\u1EA0-\u1EF9–—‘’“”…•]/u;

function findPlain(letter: string, has: HasLetter): string | null {
  const hasAll = (text: string) => [...text].every((each) => has(each.codePointAt(0) ?? 0));
  if (control.test(letter) || hasAll(letter)) return letter;
  if (unseen.test(letter)) return "";
  const near = alike.get(letter) ?? letter.normalize("NFKC");
  return near !== letter && hasAll(near) ? near : null;
}

const codeOf = (letter: string) =>
  `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;

const names = new Set(["layout", "kind", "align", "anchor", "target", "url", "dataHash"]);

function mapTexts<T>(value: T, map: (text: string) => string): T {
  if (typeof value === "string") return map(value) as T;
  if (Array.isArray(value)) return value.map((each) => mapTexts(each, map)) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, names.has(name) ? each : mapTexts(each, map)]),
  ) as T;
}
