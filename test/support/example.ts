import { readFile } from "node:fs/promises";
import type { CitedDocument } from "#core/campaigns/document.ts";
import type { DeclaredFigure } from "#core/figures/figure.ts";
import type { DocumentInitiative } from "#core/initiatives/initiative.ts";
import type { ReportTexts } from "#core/report/texts.ts";
import { pathOf, type Unit } from "#core/units/unit.ts";
import { declareFigureRow } from "#core/workbook/import/figure-row.ts";
import {
  documentInitiative,
  documentInitiativeSheet,
} from "#core/workbook/sheets/document-initiative-sheet.ts";
import { documentSheet } from "#core/workbook/sheets/document-sheet.ts";
import { figureSheet } from "#core/workbook/sheets/figure-sheet.ts";
import { reportTextSheet } from "#core/workbook/sheets/report-text-sheet.ts";
import type { RowResult, RowValues } from "#core/workbook/sheets/sheet.ts";
import { unitSheet } from "#core/workbook/sheets/unit-sheet.ts";
import { readRows } from "../../functions/jobs/import/workbook-rows.ts";
import { exampleFile } from "../../local/example.ts";

/** What the example's workbook says, without a store. */
export interface Example {
  units: Unit[];
  documents: CitedDocument[];
  figures: DeclaredFigure[];
  initiatives: DocumentInitiative[];
  texts: ReportTexts;
}

export async function readExample(): Promise<Example> {
  const example: Example = { units: [], documents: [], figures: [], initiatives: [], texts: {} };
  const file = await readFile(exampleFile);
  for await (const part of readRows(
    file,
    new Set(["units", "documents", "figures", "documentInitiatives", "reportTexts"]),
  )) {
    if (part.kind !== "row") continue;
    const { name, values } = part;
    if (name === "units") example.units.push(good(unitSheet.read(values), values));
    if (name === "documents") example.documents.push(good(documentSheet.read(values), values));
    if (name === "figures") {
      const figure = declareFigureRow(good(figureSheet.read(values), values), null, null, "");
      if (figure) example.figures.push(figure);
    }
    if (name === "reportTexts") {
      const { section, text } = good(reportTextSheet.read(values), values);
      example.texts[section] = text;
    }
    if (name === "documentInitiatives") {
      const row = good(documentInitiativeSheet.read(values), values);
      const units = new Map(example.units.map((unit) => [unit.id, unit]));
      example.initiatives.push(documentInitiative(row, pathOf(units, row.unit)));
    }
  }
  return example;
}

function good<R>({ record, faults }: RowResult<R>, values: RowValues): R {
  if (record === null) throw new Error(`${JSON.stringify(values)}: ${JSON.stringify(faults)}`);
  return record;
}
