import * as v from "valibot";
import { type Figure, figureOf, Origin } from "./figure.ts";

export const seriesKeys = ["registered", "recognised", "models.built"] as const;

export const SeriesFigure = v.strictObject({
  key: v.picklist(seriesKeys),
  /** Sum of the known values; null if none is known. */
  value: v.nullable(v.number()),
  unknown: v.number(),
  origins: v.array(Origin),
});
export type SeriesFigure = v.InferOutput<typeof SeriesFigure>;

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
