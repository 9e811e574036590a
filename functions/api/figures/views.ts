import type { CountedFigure, CurrentFigure, DeclaredFigure } from "#core/figures/figure.ts";
import type { SeriesFigure } from "#core/figures/series.ts";
import type { SeriesYear } from "#core/units/series.ts";

/** `GET /api/figures/:unit/declared`: every declared figure with its corrections, and what is counted beside it. */
export interface DeclaredFiguresView {
  unit: { id: string; name: string; validTo: string | null };
  declared: DeclaredFigure[];
  counted: CountedFigure[];
  today: string;
}

/** `GET /api/figures/:unit/:year?from=…`: the rows of the years from `from` to `:year`; `resolveFigures` in core makes figures of them. */
export interface FiguresView {
  unit: { id: string; name: string; validTo: string | null };
  /** Whether one list can show all that is counted here; not of a province. */
  isListed: boolean;
  from: number;
  to: number;
  declared: CurrentFigure[];
  counted: CountedFigure[];
  campaigns: { id: string; year: number; evaluated: boolean; demo: boolean }[];
  /** Today in Vietnam: what was due before it is overdue. */
  today: string;
}

/** `GET /api/figures/:unit/series?from=…&to=…`: each year with the units that stand for this one, and their figures added up. */
export interface SeriesView {
  unit: { id: string; name: string; validFrom: string | null; validTo: string | null };
  /** Where the viewer may not read one of its units, a year has no figures: a sum would tell them. */
  years: (SeriesYear & { readable: boolean; figures: SeriesFigure[] })[];
}
