import { catalogue } from "#core/figures/catalogue.ts";
import type { StaffRole } from "#core/staff/access.ts";
import { isValidOn, reachOf } from "#core/units/unit.ts";
import type { ImportContext } from "#core/workbook/import/plan.ts";
import type { SheetColumn } from "#core/workbook/sheets/sheet.ts";
import { type SheetName, sheetDefinitions } from "#core/workbook/sheets/sheets.ts";
import type { FilledSheet } from "../../documents/spreadsheet/workbook-writer.ts";

const emptyRows = 200;

/** `today` is YYYY-MM-DD. */
export function templateFor(
  context: ImportContext,
  unit: string,
  role: StaffRole | null,
  today: string,
): FilledSheet[] {
  const named = ({ id, name }: { id: string; name: string }) => `${name} (${id})`;
  const own = [...context.units.values()].filter(({ id }) => reachOf(context.units, id).includes(unit));
  const now = own.filter((each) => isValidOn(each, today));
  const campaigns = [...context.campaigns.values()].filter(
    ({ id, state }) => state !== "draft" && own.some((each) => context.campaignUnits.get(id)?.has(each.id)),
  );
  const receiving = now.filter(({ id }) =>
    campaigns.some((campaign) => context.campaignUnits.get(campaign.id)?.get(id)?.receives),
  );
  const keys = Object.entries(catalogue)
    .filter(([key]) => key !== "recognitionRate")
    .map(([key, { label }]) => `${label} (${key})`);
  const lists: Partial<Record<SheetName, Record<string, string[]>>> = {
    register: { unit: receiving.map(named), campaign: campaigns.map(named) },
    figures: { unit: own.map(named), key: keys, document: [...context.documents.keys()] },
    commendations: { unit: own.map(named), document: [...context.documents.keys()] },
    activities: { unit: own.map(named) },
    models: { unit: own.map(named) },
    replications: { unit: own.map(named) },
    units: { parent: now.map(named) },
  };
  const forAll: SheetName[] = [
    "register",
    "figures",
    "commendations",
    "activities",
    "models",
    "replications",
  ];
  const sheets: SheetName[] = role === "reviewer" ? forAll : [...forAll, "units"];
  return sheets.map((name) => ({
    sheet: {
      name: sheetDefinitions[name].name,
      columns: sheetDefinitions[name].columns.map((column) => withList(column, lists[name]?.[column.key])),
    },
    rows: [],
    emptyRows,
  }));
}

const withList = (column: SheetColumn, choices: string[] | undefined): SheetColumn =>
  choices && choices.length > 0 ? { ...column, choices } : column;
