import type * as v from "valibot";
import type { FieldError } from "#core/base/problems.ts";
import { validate } from "#core/base/validation.ts";

/** A column of a sheet: its head, what its cells hold, and, where they hold one of a few words, the code that each stands for. */
export interface SheetColumn {
  key: string;
  header: string;
  kind: "text" | "number" | "day";
  /** Its texts keep their line ends; those of other columns are one line. */
  prose?: true;
  /** In characters, about. */
  width?: number;
  /** What may be chosen; with `codes` these are its words. */
  choices?: readonly string[];
  required?: boolean;
  /** Exports write it; a sheet that was made by hand may be without it. */
  mayLack?: boolean;
  /** Said beside a cell of the column; at most 255 characters. */
  note?: string;
  codes?: Readonly<Record<string, string>>;
}

/** What a cell holds as it is written: a day is YYYY-MM-DD. */
export type SheetValue = string | number | { day: string } | null;

/** A row as it was read, by the columns' keys: texts are clean, days YYYY-MM-DD, words their codes, empty cells null. */
export type RowValues = Readonly<Record<string, string | number | null>>;

/** A rule broken in a column of a row. */
export interface RowFault {
  column: string;
  code: string;
  params?: Record<string, string | number>;
}

/** A kind of sheet: how its rows become records and records its rows. */
export interface SheetDefinition<R> {
  name: string;
  columns: readonly SheetColumn[];
  read(values: RowValues): RowResult<R>;
  /** `show` words an id of another record for people, so that `idIn` finds it again. */
  write(record: R, show?: (id: string) => string): SheetValue[];
}

/** A row read; `draft` is what one at fault says, for what else can be told of it. */
export type RowResult<R> = { record: R; faults: [] } | { record: null; faults: RowFault[]; draft: RawRow };

export type RawRow = Readonly<Record<string, unknown>>;

/** A column whose cells hold words, each for a code. */
export function choiceColumn<C extends string>(
  column: Omit<SheetColumn, "kind" | "choices" | "codes">,
  words: Readonly<Record<C, string>>,
): SheetColumn {
  const codes = Object.fromEntries(Object.entries(words).map(([code, word]) => [word as string, code]));
  return { ...column, kind: "text", choices: Object.keys(codes), codes };
}

/** The word that a column has for a code; the code itself where it has none. */
export function choiceLabel({ codes = {} }: SheetColumn, code: string | null): string | null {
  return Object.keys(codes).find((word) => codes[word] === code) ?? code;
}

/** The id in a cell that names a record for people: `Xã Diên Khánh (xa-dien-khanh)`, or the id alone. */
export function idIn(text: string): string {
  return /\(([\w.-]+)\)$/.exec(text)?.[1] ?? text;
}

/** The id in a cell that may be empty. */
export const idOrNull = (value: string | number | null | undefined): string | null =>
  value === null || value === undefined ? null : idIn(String(value));

/** Ids in a cell of several, separated by semicolons or line ends. */
export function idsIn(value: string | number | null | undefined): string[] {
  return String(value ?? "")
    .split(/[;\n]/)
    .map((part) => idIn(part.trim()))
    .filter((part) => part !== "");
}

/**
 * A row's record under its schema, or the faults by column. `places` names the column of a pointer into the record where that is not the
 * pointer's first word.
 */
export function readRecord<S extends v.GenericSchema>(
  schema: S,
  record: RawRow,
  places: Readonly<Record<string, string>> = {},
): RowResult<v.InferOutput<S>> {
  const checked = validate(schema, record);
  if (checked.ok) return { record: checked.value, faults: [] };
  return { record: null, faults: checked.errors.map((error) => toFault(error, places)), draft: record };
}

/** A field's error as a fault of the column that the field comes from. */
export function toFault(
  { pointer, code, params }: FieldError,
  places: Readonly<Record<string, string>> = {},
): RowFault {
  const path = pointer.slice(1);
  const column = places[path] ?? places[path.replace(/\/\d+$/, "")] ?? path.split("/")[0] ?? "";
  return params ? { column, code, params } : { column, code };
}
