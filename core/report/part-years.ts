import { covers, firstDay, isWholeYears, lastDay, type Period } from "#core/base/period.ts";
import { catalogue, type Figure } from "#core/figures/figure.ts";

/**
 * Records are counted by year, so within a part of a year their number, rate and totals are unknown. Declared
 * figures keep their own period.
 */
export function tellPartYears(figures: Figure[], period: Period): Figure[] {
  if (isWholeYears(period)) return figures;
  const kept = figures.filter((figure) => isSaid(figure) || covers(period, figure));
  const told = new Set(kept.map(placeOf));
  const unknown = figures
    .filter((figure) => figure.origin === "records" && figure.key in catalogue && !covers(period, figure))
    .map((figure): Figure => ({ ...figure, ...shared(figure, period), value: null, counted: null }))
    .filter((figure) => !told.has(placeOf(figure)));
  return [...kept, ...unknown].sort(
    (a, b) => firstOf(figures, a.key) - firstOf(figures, b.key) || (placeOf(a) < placeOf(b) ? -1 : 1),
  );
}

const isSaid = ({ origin }: Figure) => origin === "document" || origin === "declaration";
const placeOf = ({ key, from, to }: Figure) => `${key}#${from}#${to}`;
const firstOf = (figures: Figure[], wanted: string) => figures.findIndex(({ key }) => key === wanted);

function shared({ from, to }: Period, period: Period): Period {
  const [first, last] = [firstDay(from), lastDay(to)];
  const [start, end] = [firstDay(period.from), lastDay(period.to)];
  return { from: first < start ? start : first, to: last < end ? last : end };
}
