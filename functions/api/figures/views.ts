import * as v from "valibot";
import { CountedFigure, CurrentFigure, DeclaredFigure } from "#core/figures/figure.ts";
import { RolledUpFigure } from "#core/figures/roll-up.ts";
import { SeriesFigure } from "#core/figures/series.ts";
import { SeriesYear } from "#core/units/series.ts";
import { Named } from "../units/views.ts";

const unit = { ...Named.entries, validTo: v.nullable(v.string()) };

export const DeclaredFiguresView = v.strictObject({
  unit: v.strictObject(unit),
  declared: v.array(DeclaredFigure),
  counted: v.array(CountedFigure),
  today: v.string(),
});
export type DeclaredFiguresView = v.InferOutput<typeof DeclaredFiguresView>;

export const RolledUpView = v.strictObject({
  unit: v.strictObject(Named.entries),
  year: v.number(),
  figures: v.array(RolledUpFigure),
});
export type RolledUpView = v.InferOutput<typeof RolledUpView>;

/** Stored rows; `resolveFigures` in core computes the figures. */
export const FiguresView = v.strictObject({
  unit: v.strictObject(unit),
  /** True if one list can show every counted dossier; false for a province. */
  isListed: v.boolean(),
  from: v.number(),
  to: v.number(),
  declared: v.array(CurrentFigure),
  counted: v.array(CountedFigure),
  campaigns: v.array(
    v.strictObject({ id: v.string(), year: v.number(), evaluated: v.boolean(), demo: v.boolean() }),
  ),
  today: v.string(),
});
export type FiguresView = v.InferOutput<typeof FiguresView>;

/** Units that correspond to this unit in each year, with the sums of their figures. */
export const SeriesView = v.strictObject({
  unit: v.strictObject({ ...unit, validFrom: v.nullable(v.string()) }),
  /** `figures` is empty unless the viewer may read every unit, because a sum discloses its parts. */
  years: v.array(
    v.strictObject({ ...SeriesYear.entries, readable: v.boolean(), figures: v.array(SeriesFigure) }),
  ),
});
export type SeriesView = v.InferOutput<typeof SeriesView>;
