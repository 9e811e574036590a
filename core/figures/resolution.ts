import { isWholeYears, overlaps, type Period, years, yearsOf } from "#core/base/period.ts";
import { catalogue, definitionOf } from "./catalogue.ts";
import { deriveRates, deriveTotals } from "./derivation.ts";
import {
  type CountedFigure,
  type CurrentFigure,
  type EvaluatedYears,
  type Figure,
  type FigureRows,
  figureOf,
  unplaced,
} from "./figure.ts";
import { figureSections, sectionOf } from "./section.ts";

export function resolveFigures(rows: FigureRows, period: Period, evaluated: EvaluatedYears): Figure[] {
  const declared = rows.declared
    .filter((figure) => overlaps(figure, period))
    .map((figure) => fromDeclared(figure, rows.counted));
  const known = new Set(declared.flatMap((figure) => [identityOf(figure), yearPlaceOf(figure)]));
  const counted = rows.counted
    .filter(
      (row) =>
        definitionOf(row.key) !== null && row.dimension === "" && overlaps(years(row.year, row.year), period),
    )
    .map(fromCounted)
    .filter((figure) => !known.has(identityOf(figure)));
  const single = [...declared, ...counted];
  single.push(...knownZeros(single, period, evaluated));
  const all = [...single, ...deriveTotals(single, period)];
  return sortFigures([...all, ...deriveRates(single, period, evaluated)]);
}

/** Stocks are counted per year, so the key uses the year of their day. */
const yearPlaceOf = (figure: Figure) => {
  const year = figure.to.slice(0, 4);
  return identityOf(figure.kind === "stock" ? { key: figure.key, from: year, to: year } : figure);
};

const identityOf = ({ key, from, to }: Pick<Figure, "key" | "from" | "to">) => `${key}#${from}#${to}`;

const order = Object.keys(catalogue);
const rank = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length);

function sortFigures(figures: Figure[]): Figure[] {
  const sections = new Map(
    figures.map((figure) => {
      const section = sectionOf(figure, figures);
      return [figure, section ? figureSections.indexOf(section) : figureSections.length];
    }),
  );
  const placeOf = ({ place }: Figure) => place ?? Number.MAX_SAFE_INTEGER;
  return figures.toSorted(
    (a, b) =>
      (sections.get(a) ?? 0) - (sections.get(b) ?? 0) ||
      placeOf(a) - placeOf(b) ||
      rank(a.key) - rank(b.key) ||
      compare(a.key, b.key) ||
      compare(a.from, b.from) ||
      compare(a.to, b.to),
  );
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function fromDeclared(declared: CurrentFigure, counted: CountedFigure[]): Figure {
  const { key, from, to, value, qualifier, measure, label, partOf, document } = declared;
  const { kind, section, place, sentence } = declared;
  const wholes = [...new Set([...(definitionOf(key)?.partOf ?? []), ...partOf])];
  return {
    key,
    label,
    from,
    to,
    value,
    // Counts in another measure are not comparable.
    counted: definitionOf(key)?.measure === measure ? countOver(counted, key, declared) : null,
    qualifier,
    measure,
    origin: document ? "document" : "declaration",
    partOf: wholes,
    kind,
    section,
    place,
    sentence,
    document,
  };
}

function countOver(
  counted: CountedFigure[],
  key: string,
  period: Pick<Figure, "from" | "to" | "kind">,
): number | null {
  const definition = definitionOf(key);
  if (!definition || !(isWholeYears(period) || period.kind === "stock")) return null;
  const wanted = yearsOf(period);
  if (!definition.additive && wanted.length > 1) return null;
  const rows = counted.filter((row) => row.key === key && row.dimension === "" && wanted.includes(row.year));
  return rows.length > 0 ? rows.reduce((sum, row) => sum + row.value, 0) : null;
}

function fromCounted(row: CountedFigure): Figure {
  const definition = definitionOf(row.key);
  return {
    key: row.key,
    label: definition?.label ?? row.key,
    ...years(row.year, row.year),
    value: row.value,
    counted: row.value,
    qualifier: null,
    measure: definition?.measure ?? "",
    origin: "records",
    partOf: definition?.partOf ?? [],
    ...unplaced,
    kind: definition?.kind ?? "flow",
    document: null,
  };
}

/** Evaluated years without recognitions have no stored count. */
function knownZeros(figures: Figure[], period: Period, evaluated: EvaluatedYears): Figure[] {
  return yearsOf(period)
    .filter((year) => evaluated.get(year) === true)
    .filter((year) => figureOf(figures, "registered", year) && !figureOf(figures, "recognised", year))
    .map((year) => fromCounted({ unit: "", key: "recognised", dimension: "", year, value: 0 }));
}
