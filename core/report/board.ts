import * as v from "valibot";
import { overlaps, type Period } from "#core/base/period.ts";
import { StatedFigure } from "./model.ts";

/** The figures that a board sets beside each other; those of exactly the period, the rate of whichever of its years are evaluated. */
export const KeyFigures = v.strictObject({
  registered: v.nullable(StatedFigure),
  recognised: v.nullable(StatedFigure),
  rate: v.nullable(StatedFigure),
});
export type KeyFigures = v.InferOutput<typeof KeyFigures>;

/** The key figures out of what was submitted. */
export function keyFigures(figures: readonly StatedFigure[], period: Period): KeyFigures {
  const exactly = (key: string) =>
    figures.find((figure) => figure.key === key && figure.from === period.from && figure.to === period.to) ??
    null;
  // One rate stands for each run of evaluated years: the latest is the one to look at.
  const rates = figures
    .filter((figure) => figure.key === "recognitionRate" && overlaps(figure, period))
    .sort((a, b) => (a.to < b.to ? 1 : -1));
  return {
    registered: exactly("registered"),
    recognised: exactly("recognised"),
    rate: exactly("recognitionRate") ?? rates[0] ?? null,
  };
}

/** A sum over units: of how many whose number is known, and whether every one of them is exact. Null where none is. */
export const Sum = v.strictObject({
  value: v.number(),
  units: v.number(),
  exact: v.boolean(),
});
export type Sum = v.InferOutput<typeof Sum>;

/**
 * The sum line of a board. Only figures of one measure are added, and a rate is drawn only from units whose own rate covers the whole period:
 * where a year is not evaluated yet, recognised over registered misleads.
 */
export function sumUp(rows: readonly KeyFigures[]): Record<keyof KeyFigures, Sum | null> {
  const whole = rows.filter(({ registered, recognised, rate }) => {
    if (registered?.value == null || recognised?.value == null || rate?.value == null) return false;
    return rate.from === registered.from && rate.to === registered.to;
  });
  const registered = add(whole.map((row) => row.registered));
  const recognised = add(whole.map((row) => row.recognised));
  return {
    registered: add(rows.map((row) => row.registered)),
    recognised: add(rows.map((row) => row.recognised)),
    rate:
      registered && recognised && registered.value > 0
        ? {
            ...recognised,
            value: recognised.value / registered.value,
            exact: registered.exact && recognised.exact,
          }
        : null,
  };
}

function add(figures: readonly (StatedFigure | null)[]): Sum | null {
  const known = figures.flatMap((figure) =>
    figure?.value == null ? [] : [{ ...figure, value: figure.value }],
  );
  const [first] = known;
  const alike = known.filter(({ measure }) => measure === first?.measure);
  if (!first) return null;
  return {
    value: alike.reduce((sum, { value }) => sum + value, 0),
    units: alike.length,
    exact: alike.every(({ qualifier }) => qualifier === null),
  };
}
