import { years } from "#core/base/period.ts";
import { resolveFigures } from "#core/figures/resolution.ts";
import { reachOf } from "#core/units/unit.ts";
import type { Store } from "../../store/store.ts";
import { figureFields, type UnitNames } from "./columns.ts";

const shownYears = 3;

export async function readFigures(
  { figures, directory }: Store,
  unit: string,
  year: number,
  nameOf: UnitNames,
) {
  const first = year - shownYears + 1;
  const [rows, campaigns, documents, units] = await Promise.all([
    figures.rows(unit, first),
    directory.campaigns(),
    directory.documents(),
    directory.units(),
  ]);
  const reach = reachOf(units, unit);
  const evaluated = new Map<number, boolean>();
  for (const campaign of campaigns)
    if (reach.includes(campaign.unit))
      evaluated.set(campaign.year, (evaluated.get(campaign.year) ?? true) && campaign.evaluatedOn !== null);
  return {
    fields: figureFields(nameOf, (id) => documents.get(id)?.symbol || id),
    rows: resolveFigures(rows, years(first, year), evaluated).map((figure) => ({ ...figure, unit })),
  };
}
