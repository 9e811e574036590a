import type { DeclaredFigure } from "#core/figures/figure.ts";
import { textSections } from "#core/figures/section.ts";
import { pathOf, reachOf } from "#core/units/unit.ts";
import type { ImportContext } from "#core/workbook/import/plan.ts";
import { writeCommendationRow } from "#core/workbook/sheets/commendation-sheet.ts";
import { documentInitiativeRow } from "#core/workbook/sheets/document-initiative-sheet.ts";
import type { FigureRow } from "#core/workbook/sheets/figure-sheet.ts";
import type { SheetValue } from "#core/workbook/sheets/sheet.ts";
import { sheetDefinitions } from "#core/workbook/sheets/sheets.ts";
import type { FilledSheet } from "../../documents/spreadsheet/workbook-writer.ts";
import type { Store } from "../../store/store.ts";
import { recordSheetsOf } from "./records.ts";

/** Exports everything except dossiers, whose histories fit into no sheet. */
export function bundleUnit(store: Store, context: ImportContext, unit: string | null): FilledSheet[] {
  const units = [...context.units.values()].filter(
    ({ id }) => unit === null || reachOf(context.units, id).includes(unit),
  );
  const own = new Set(units.map(({ id }) => id));
  const campaigns = [...context.campaigns.values()].filter((campaign) => own.has(campaign.unit));
  const { units: unitSheet, documents, campaigns: campaignSheet, councils, participants } = sheetDefinitions;
  return [
    { sheet: unitSheet, rows: units.map((each) => unitSheet.write(each)) },
    { sheet: documents, rows: [...context.documents.values()].map((each) => documents.write(each)) },
    {
      sheet: campaignSheet,
      rows: campaigns.map(({ version, councils: sat, receives, ...row }) => campaignSheet.write(row)),
    },
    {
      sheet: councils,
      rows: [
        ...[...context.councils.values()]
          .filter(({ unit: seat }) => own.has(seat))
          .map((council) => councils.write({ ...council, campaign: null })),
        ...campaigns.flatMap(({ id: campaign, councils: sat }) =>
          sat.map(({ id, name, unit: seat }) =>
            councils.write({ id, name, unit: seat, endsOn: null, campaign }),
          ),
        ),
      ],
    },
    {
      sheet: participants,
      rows: campaigns.flatMap(({ id, receives }) =>
        receives.map((taking) => participants.write({ campaign: id, unit: taking, receives: true })),
      ),
    },
    { sheet: sheetDefinitions.figures, rows: figuresOf(store, [...own]) },
    { sheet: sheetDefinitions.documentInitiatives, rows: titlesOf(store, own, context) },
    { sheet: sheetDefinitions.commendations, rows: commendationsOf(store, [...own]) },
    ...recordSheetsOf(store, [...own]),
    { sheet: sheetDefinitions.reportTexts, rows: textsOf(store, [...own]) },
  ];
}

async function* figuresOf(store: Store, units: readonly string[]): AsyncGenerator<SheetValue[]> {
  for (const unit of units)
    for (const figure of await store.figures.declaredOf(unit))
      if (!figure.withdrawn) yield sheetDefinitions.figures.write(toRow(figure));
}

async function* textsOf(store: Store, units: readonly string[]): AsyncGenerator<SheetValue[]> {
  for (const unit of units)
    for (const { from, to, texts } of await store.reports.list(unit))
      for (const section of textSections) {
        const text = texts[section];
        if (text) yield sheetDefinitions.reportTexts.write({ unit, from, to, section, text });
      }
}

function toRow(figure: DeclaredFigure): FigureRow {
  const { declaredBy, version, earlier, ...said } = figure;
  return { ...said, why: "", withdrawn: false };
}

/** Omits withdrawn proposals. */
async function* commendationsOf(store: Store, units: readonly string[]): AsyncGenerator<SheetValue[]> {
  for (const unit of units)
    for (const { id, state } of await store.commendations.ofUnit(unit, null)) {
      const decision = state === "withdrawn" ? null : await store.commendations.get(id);
      if (!decision) continue;
      for await (const line of store.commendations.lines(id)) {
        yield sheetDefinitions.commendations.write({ ...writeCommendationRow(decision, line), n: line.n });
      }
    }
}

const toldYears = 5;

async function* titlesOf(
  store: Store,
  own: ReadonlySet<string>,
  { units, documents }: ImportContext,
): AsyncGenerator<SheetValue[]> {
  const issued = [...documents.values()].map(({ issuedOn }) => Number(issuedOn.slice(0, 4)));
  const roots = new Set([...own].map((id) => pathOf(units, id).at(-1) ?? id));
  for (const root of roots)
    for (let year = Math.min(...issued) - toldYears; year <= Math.max(...issued); year++)
      yield* titlesIn(store, root, year, own);
}

async function* titlesIn(
  store: Store,
  root: string,
  year: number,
  own: ReadonlySet<string>,
): AsyncGenerator<SheetValue[]> {
  let ids: string[] = [];
  for await (const { id, origin, unit } of store.initiatives.recognised(root, year))
    if (origin === "document" && own.has(unit)) ids.push(id);
  ids = ids.sort();
  const records = await store.imports.existing(ids);
  for (const id of ids) {
    const record = records.get(id);
    const row = record?.origin === "document" ? documentInitiativeRow(record) : null;
    if (row) yield sheetDefinitions.documentInitiatives.write(row);
  }
}
