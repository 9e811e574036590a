import * as v from "valibot";
import { type Figure, figureOf, Origin } from "./figure.ts";

/** The figures that a series sets side by side: those of which the units' values may be added. */
export const seriesKeys = ["registered", "recognised", "models.built"] as const;

/** One figure of one year over all units that the year means. */
export const SeriesFigure = v.strictObject({
  key: v.picklist(seriesKeys),
  /** The sum of what is known; null where nothing is: unknown is not zero. */
  value: v.nullable(v.number()),
  /** The units of which it is not known. */
  unknown: v.number(),
  /** Some of it is counted here, some declared. */
  origins: v.array(Origin),
});
export type SeriesFigure = v.InferOutput<typeof SeriesFigure>;

/** Adds the figures of a year unit by unit; `figures` holds those of each unit, resolved. */
export function sumFigures(figures: readonly Figure[][], year: number): SeriesFigure[] {
  return seriesKeys.map((key) => {
    const found = figures.map((own) => figureOf(own, key, year)).filter((each) => each?.value != null);
    return {
      key,
      value: found.length === 0 ? null : found.reduce((sum, each) => sum + (each?.value ?? 0), 0),
      unknown: figures.length - found.length,
      origins: [...new Set(found.flatMap((each) => (each ? [each.origin] : [])))],
    };
  });
}
