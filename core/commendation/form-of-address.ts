import { cleanLine } from "#core/base/text.ts";
import type { RecipientKind } from "./forms.ts";

type Sex = "female" | "male";

/** `least`: the shortest rest, in words, that makes the word an address and not a name. */
const addresses: readonly { word: string; sex: Sex | null; least: number }[] = [
  { word: "ông", sex: "male", least: 1 },
  { word: "bà", sex: "female", least: 1 },
  { word: "đồng chí", sex: null, least: 1 },
  { word: "đ/c", sex: null, least: 1 },
  { word: "anh", sex: "male", least: 2 },
  { word: "chị", sex: "female", least: 2 },
  { word: "thầy", sex: "male", least: 2 },
  { word: "cô", sex: "female", least: 2 },
  { word: "em", sex: null, least: 2 },
];

interface Addressed {
  address: string;
  sex: Sex | null;
  name: string;
}

/** Splits “Ông Lê Văn Chín”; null without a form of address. Of “Ông Ông Ích Khiêm” only the first is one. */
function splitAddress(text: string): Addressed | null {
  const lower = text.toLowerCase();
  for (const { word, sex, least } of addresses) {
    const rest = /^[.:]?\s(\p{Lu}.*)$|^[.:](\p{Lu}.*)$/u.exec(text.slice(word.length));
    const name = rest?.[1] ?? rest?.[2] ?? "";
    if (!lower.startsWith(word) || name === "" || name.split(" ").length < least) continue;
    const address = text.slice(0, word.length);
    const next = splitAddress(name);
    if (!next || next.address.toLowerCase() === word) return { address, sex, name };
    // “Đồng chí Bà …” has two forms of address; “Ông Bà …” names two people.
    return sex === null ? { ...next, address: `${address} ${next.address}` } : null;
  }
  return null;
}

interface Named {
  recipientKind: RecipientKind;
  name: string;
  sex: Sex | null;
}

/**
 * Takes the form of address from an individual's name, because a certificate adds its own, and the sex from the address
 * where none is given. Leaves a name whose address contradicts the sex. `address` is null if nothing was taken.
 */
export function withoutAddress<L extends Named>(line: L): { line: L; address: string | null } {
  const found = line.recipientKind === "individual" ? splitAddress(cleanLine(line.name)) : null;
  if (!found || (line.sex !== null && found.sex !== null && line.sex !== found.sex))
    return { line, address: null };
  return { line: { ...line, name: found.name, sex: line.sex ?? found.sex }, address: found.address };
}
