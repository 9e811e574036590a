import * as v from "valibot";
import { overlaps, type Period } from "#core/base/period.ts";
import { StatedFigure } from "./model.ts";

/** Figures of exactly one period; the rate covers its evaluated years. */
export const KeyFigures = v.strictObject({
  registered: v.nullable(StatedFigure),
  recognised: v.nullable(StatedFigure),
  rate: v.nullable(StatedFigure),
});
export type KeyFigures = v.InferOutput<typeof KeyFigures>;

export function keyFigures(figures: readonly StatedFigure[], period: Period): KeyFigures {
  const exactly = (key: string) =>
    figures.find((figure) => figure.key === key && figure.from === period.from && figure.to === period.to) ??
    null;
  const rates = figures
    .filter((figure) => figure.key === "recognitionRate" && overlaps(figure, period))
    .sort((a, b) => (a.to < b.to ? 1 : -1));
  return {
    registered: exactly("registered"),
    recognised: exactly("recognised"),
    rate: exactly("recognitionRate") ?? rates[0] ?? null,
  };
}

export const Sum = v.strictObject({
  value: v.number(),
  units: v.number(),
  exact: v.boolean(),
});
export type Sum = v.InferOutput<typeof Sum>;

/** The rate uses only units with a rate for the whole period. */
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
