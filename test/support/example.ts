import { readFile } from "node:fs/promises";
import type { CitedDocument } from "../../functions/core/document.ts";
import type { DeclaredFigure } from "../../functions/core/figure.ts";
import { declareFigureRow } from "../../functions/core/import/figure-row.ts";
import type { DocumentInitiative } from "../../functions/core/initiative.ts";
import {
  documentInitiative,
  documentInitiativeSheet,
} from "../../functions/core/sheets/document-initiative-sheet.ts";
import { documentSheet } from "../../functions/core/sheets/document-sheet.ts";
import { figureSheet } from "../../functions/core/sheets/figure-sheet.ts";
import type { Read, RowValues } from "../../functions/core/sheets/sheet.ts";
import { unitSheet } from "../../functions/core/sheets/unit-sheet.ts";
import { pathOf, type Unit } from "../../functions/core/unit.ts";
import { readRows } from "../../functions/jobs/work/workbook-rows.ts";
import { exampleFile } from "../../local/example.ts";

/** What the example's workbook says, without a store. */
export interface Example {
  units: Unit[];
  documents: CitedDocument[];
  figures: DeclaredFigure[];
  initiatives: DocumentInitiative[];
}

export async function readExample(): Promise<Example> {
  const example: Example = { units: [], documents: [], figures: [], initiatives: [] };
  const file = await readFile(exampleFile);
  for await (const part of readRows(
    file,
    new Set(["units", "documents", "figures", "documentInitiatives"]),
  )) {
    if (part.kind !== "row") continue;
    const { name, values } = part;
    if (name === "units") example.units.push(good(unitSheet.read(values), values));
    if (name === "documents") example.documents.push(good(documentSheet.read(values), values));
    if (name === "figures") {
      const figure = declareFigureRow(good(figureSheet.read(values), values), null, null, "");
      if (figure) example.figures.push(figure);
    }
    if (name === "documentInitiatives") {
      const row = good(documentInitiativeSheet.read(values), values);
      const units = new Map(example.units.map((unit) => [unit.id, unit]));
      example.initiatives.push(documentInitiative(row, pathOf(units, row.unit)));
    }
  }
  return example;
}

function good<R>({ record, faults }: Read<R>, values: RowValues): R {
  if (record === null) throw new Error(`${JSON.stringify(values)}: ${JSON.stringify(faults)}`);
  return record;
}
