import type { DeclaredFigure } from "../../core/figure.ts";
import type { Surroundings } from "../../core/import/plan.ts";
import { documentInitiativeRow } from "../../core/sheets/document-initiative-sheet.ts";
import type { FigureRow } from "../../core/sheets/figure-sheet.ts";
import type { SheetValue } from "../../core/sheets/sheet.ts";
import { sheetKinds } from "../../core/sheets/sheets.ts";
import { reachOf } from "../../core/unit.ts";
import type { FilledSheet } from "../../documents/workbook-writer.ts";
import type { RegisterPage } from "../../store/initiatives.ts";
import type { Store } from "../../store/store.ts";

const pageRows = 200;

/**
 * The sheets of a workbook that says all of a unit, and of those below and before it, but its dossiers: these have histories, which no sheet holds.
 * `unit` is null for the whole system. Importing it into an empty one gives the same figures.
 */
export function bundleUnit(store: Store, around: Surroundings, unit: string | null): FilledSheet[] {
  const units = [...around.units.values()].filter(
    ({ id }) => unit === null || reachOf(around.units, id).includes(unit),
  );
  const own = new Set(units.map(({ id }) => id));
  const campaigns = [...around.campaigns.values()].filter((campaign) => own.has(campaign.unit));
  const { units: unitSheet, documents, campaigns: campaignSheet, councils, participants } = sheetKinds;
  return [
    { sheet: unitSheet, rows: units.map((each) => unitSheet.write(each)) },
    { sheet: documents, rows: [...around.documents.values()].map((each) => documents.write(each)) },
    {
      sheet: campaignSheet,
      rows: campaigns.map(({ version, councils: sat, receives, ...row }) => campaignSheet.write(row)),
    },
    {
      sheet: councils,
      rows: campaigns.flatMap(({ id, councils: sat }) =>
        sat.map((council) => councils.write({ ...council, campaign: id })),
      ),
    },
    {
      sheet: participants,
      rows: campaigns.flatMap(({ id, receives }) =>
        receives.map((taking) => participants.write({ campaign: id, unit: taking, receives: true })),
      ),
    },
    { sheet: sheetKinds.figures, rows: figuresOf(store, [...own]) },
    { sheet: sheetKinds.documentInitiatives, rows: titlesOf(store, [...own], around.documents) },
  ];
}

async function* figuresOf(store: Store, units: readonly string[]): AsyncGenerator<SheetValue[]> {
  for (const unit of units)
    for (const figure of await store.figures.declaredOf(unit))
      if (!figure.withdrawn) yield sheetKinds.figures.write(toRow(figure));
}

function toRow(figure: DeclaredFigure): FigureRow {
  const { declaredBy, version, earlier, ...said } = figure;
  return { ...said, why: "", withdrawn: false };
}

/** How many years back a document may tell of. */
const toldYears = 5;

/** Titles known from documents: in the registers of the years of which these tell. */
async function* titlesOf(
  store: Store,
  units: readonly string[],
  documents: Surroundings["documents"],
): AsyncGenerator<SheetValue[]> {
  const issued = [...documents.values()].map(({ issuedOn }) => Number(issuedOn.slice(0, 4)));
  const last = Math.max(...issued);
  for (const unit of units)
    for (let year = Math.min(...issued) - toldYears; year <= last; year++) yield* titlesIn(store, unit, year);
}

async function* titlesIn(store: Store, unit: string, year: number): AsyncGenerator<SheetValue[]> {
  let cursor: string | null = null;
  do {
    const page: RegisterPage = await store.initiatives.register(unit, year, cursor, pageRows);
    const ids = page.rows
      .filter(({ summary }) => summary.origin === "document")
      .map(({ summary }) => summary.id);
    const records = await store.imports.existing(ids);
    for (const id of ids) {
      const record = records.get(id);
      const row = record?.origin === "document" ? documentInitiativeRow(record) : null;
      if (row) yield sheetKinds.documentInitiatives.write(row);
    }
    cursor = page.cursor;
  } while (cursor);
}
