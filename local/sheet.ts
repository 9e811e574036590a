import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import type * as v from "valibot";
import { cleanText } from "../functions/core/text.ts";
import { validate } from "../functions/core/validation.ts";

/** One row of a sheet: the text of each column, and where it stands. */
export interface SheetRow {
  cells: Record<string, string>;
  /** As a person finds it: `figures.csv, row 7`; the header is row 1. */
  place: string;
}

/**
 * The rows of `<folder>/<name>`, UTF-8 with or without a byte-order mark, whose header must hold exactly these columns.
 * Throws an error that names file, row and column.
 */
export function readSheet(folder: string, name: string, columns: readonly string[]): SheetRow[] {
  const path = join(folder, name);
  if (!existsSync(path)) throw new Error(`${name}: no such file in ${folder}`);
  let lines: string[][];
  try {
    lines = parse(readFileSync(path, "utf8"), { bom: true, trim: true, skip_empty_lines: true });
  } catch (error) {
    throw new Error(`${name}: ${error instanceof Error ? error.message : error}`);
  }
  const [header = [], ...rows] = lines;
  for (const column of columns)
    if (!header.includes(column)) throw new Error(`${name}, row 1: column ${column} is missing`);
  for (const column of header)
    if (!columns.includes(column)) throw new Error(`${name}, row 1: column ${column} is not known`);
  return rows.map((row, i) => ({
    cells: Object.fromEntries(header.map((column, at) => [column, cleanText(row[at] ?? "")])),
    place: `${name}, row ${i + 2}`,
  }));
}

/** A faulty cell, named so that a person finds it. */
export function faultAt(row: SheetRow, column: string, fault: string): Error {
  return new Error(`${row.place}, column ${column}: ${fault} (“${row.cells[column] ?? ""}”)`);
}

/** Throws where one of these columns is empty. */
export function requireCells(row: SheetRow, ...columns: string[]): void {
  for (const column of columns) if (!row.cells[column]) throw faultAt(row, column, "is empty");
}

/**
 * The record that a row stands for, checked by its schema. `columnOf` names the column of a field where the two differ.
 * Throws an error that names file, row, column and the rule broken.
 */
export function checkRow<S extends v.GenericSchema>(
  row: SheetRow,
  schema: S,
  record: unknown,
  columnOf: Record<string, string> = {},
): v.InferOutput<S> {
  const checked = validate(schema, record);
  if (checked.ok) return checked.value;
  const [first] = checked.errors;
  const field = first?.pointer.split("/").slice(1).join(".") ?? "";
  const column = columnOf[field] ?? field.split(".")[0] ?? "";
  throw faultAt(row, column, first?.code ?? "field.invalid");
}

/** A cell that may be empty. */
export const orNull = (text: string | undefined): string | null => text || null;

/** A cell of several values, separated by semicolons. */
export const splitCell = (text = ""): string[] =>
  text
    .split(";")
    .map((part) => part.trim())
    .filter((part) => part !== "");

/** A number written plainly (1234.5); anything else is left for the schema to refuse. */
export const toNumber = (text = ""): unknown => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text);

/** true or false; anything else is left for the schema to refuse. */
export const toBoolean = (text = ""): unknown => (text === "true" ? true : text === "false" ? false : text);
