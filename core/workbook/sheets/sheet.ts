import type * as v from "valibot";
import type { FieldError } from "#core/base/problems.ts";
import { validate } from "#core/base/validation.ts";
import { yesOrNo } from "./words.ts";

export interface SheetColumn {
  key: string;
  header: string;
  kind: "text" | "number" | "day";
  /** Keeps line breaks. */
  prose?: true;
  width?: number;
  choices?: readonly string[];
  required?: boolean;
  /** Written by exports, optional in imports. */
  mayLack?: boolean;
  /** At most 255 characters (XLSX limit). */
  note?: string;
  codes?: Readonly<Record<string, string>>;
}

/** Days are YYYY-MM-DD. */
export type SheetValue = string | number | { day: string } | null;

/** By column key: clean text, days as YYYY-MM-DD, codes, null for empty cells. */
export type RowValues = Readonly<Record<string, string | number | null>>;

export interface RowFault {
  column: string;
  code: string;
  params?: Record<string, string | number>;
}

export interface SheetDefinition<R> {
  name: string;
  columns: readonly SheetColumn[];
  read(values: RowValues): RowResult<R>;
  /** `show` formats the id of another record; `idIn` reads the id back. */
  write(record: R, show?: (id: string) => string): SheetValue[];
}

/** `draft`: values of a faulty row, for further checks. */
export type RowResult<R> = { record: R; faults: [] } | { record: null; faults: RowFault[]; draft: RawRow };

export type RawRow = Readonly<Record<string, unknown>>;

type Field = string | number | boolean | null | undefined | readonly string[];
type FieldOf<R> = { [K in keyof R]-?: R[K] extends Field ? K : never }[keyof R] & string;
type Look = Omit<SheetColumn, "key" | "header" | "kind">;
type CellOf<R> = (record: R, show: (id: string) => string) => Field;

export interface RecordColumn<R> extends SheetColumn {
  cell: CellOf<R>;
}

interface ColumnBuilder<R> {
  (key: FieldOf<R>, header: string, look?: Look & { cell?: CellOf<R> }): RecordColumn<R>;
  (key: string, header: string, look: Look & { cell: CellOf<R> }): RecordColumn<R>;
}

/** Without `cell`, a column shows the record's field of the same key. */
export function columnsOf<R>(): Record<"text" | "number" | "date", ColumnBuilder<R>> {
  const build =
    (kind: SheetColumn["kind"]): ColumnBuilder<R> =>
    (key: string, header: string, look: Look & { cell?: CellOf<R> } = {}) => ({
      key,
      header,
      kind,
      cell: (record) => (record as Readonly<Record<string, Field>>)[key],
      ...look,
    });
  return { text: build("text"), number: build("number"), date: build("day") };
}

export function choicesOf(words: Readonly<Record<string, string>>): Pick<SheetColumn, "choices" | "codes"> {
  const codes = Object.fromEntries(Object.entries(words).map(([code, word]) => [word, code]));
  return { choices: Object.keys(codes), codes };
}

export const defineSheet = <R>(
  name: string,
  columns: readonly RecordColumn<R>[],
  read: (values: RowValues) => RowResult<R>,
): SheetDefinition<R> => ({
  name,
  columns,
  read,
  write: (record, show = (id) => id) => columns.map((column) => toCell(column, column.cell(record, show))),
});

function toCell({ kind, codes }: SheetColumn, field: Field): SheetValue {
  const value =
    typeof field === "boolean" ? yesOrNo(field) : typeof field === "object" ? field?.join("; ") : field;
  if (value === undefined || value === "") return null;
  if (kind === "day") return { day: String(value) };
  return Object.keys(codes ?? {}).find((word) => codes?.[word] === value) ?? value;
}

/** Reads `Xã Diên Khánh (xa-dien-khanh)` or the id alone. */
export function idIn(text: string): string {
  return /\(([\w.-]+)\)$/.exec(text)?.[1] ?? text;
}

export const idOrNull = (value: string | number | null | undefined): string | null =>
  value === null || value === undefined ? null : idIn(String(value));

export const idsIn = (value: string | number | null | undefined): string[] => namesIn(value).map(idIn);

export function namesIn(value: string | number | null | undefined): string[] {
  return String(value ?? "")
    .split(/[;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

/** `columns` maps pointers whose first part is not the column key. */
export function readRecord<S extends v.GenericSchema>(
  schema: S,
  record: RawRow,
  columns: Readonly<Record<string, string>> = {},
): RowResult<v.InferOutput<S>> {
  const checked = validate(schema, record);
  if (checked.ok) return { record: checked.value, faults: [] };
  return { record: null, faults: checked.errors.map((error) => toFault(error, columns)), draft: record };
}

export function toFault(
  { pointer, code, params }: FieldError,
  columns: Readonly<Record<string, string>> = {},
): RowFault {
  const path = pointer.slice(1);
  const column = columns[path] ?? columns[path.replace(/\/\d+$/, "")] ?? path.split("/")[0] ?? "";
  return params ? { column, code, params } : { column, code };
}
