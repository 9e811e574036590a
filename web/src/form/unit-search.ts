import type { FormUnit } from "./form-context.tsx";

/** Text without case and marks, so that `dien lac` finds Diên Lạc; đ is a letter of its own and decomposes to nothing. */
export function foldMarks(text: string): string {
  return text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d").trim();
}

/** A unit as it stands in the field once chosen. */
export function nameUnit(unit: FormUnit): string {
  return unit.name;
}

/** The units whose name holds every word typed, those that begin with it first. All of them for an empty text. */
export function findUnits(units: readonly FormUnit[], typed: string): FormUnit[] {
  const wanted = foldMarks(typed);
  const words = wanted.split(/\s+/).filter(Boolean);
  const named = units.map((unit) => ({ unit, name: foldMarks(unit.name) }));
  const found = named.filter(({ name }) => words.every((word) => name.includes(word)));
  const rank = (name: string) => (name.startsWith(wanted) ? 0 : name.includes(wanted) ? 1 : 2);
  return found.sort((a, b) => rank(a.name) - rank(b.name)).map(({ unit }) => unit);
}
