import { Hono } from "hono/tiny";
import * as v from "valibot";
import { years } from "#core/base/period.ts";
import { Problem } from "#core/base/problems.ts";
import { resolveFigures } from "#core/figures/resolution.ts";
import { sumFigures } from "#core/figures/series.ts";
import { may } from "#core/staff/access.ts";
import { seriesOf } from "#core/units/series.ts";
import { reachOf } from "#core/units/unit.ts";
import { authoriseStaff } from "../authorise.ts";
import { type Env, staffViewer } from "../context.ts";
import { describe } from "../describe.ts";
import { readQuery } from "../query.ts";
import { findUnit } from "../units/named-unit.ts";
import { SeriesView } from "./views.ts";

const mostYears = 20;

const year = v.pipe(
  v.string("query.required"),
  v.regex(/^(19|20|21)\d{2}$/, "year.invalid"),
  v.transform(Number),
);

export const series = new Hono<Env>().get(
  "/:unit/series",
  describe(
    "figures.read",
    "A unit's years side by side, with what stood for it before and after, and what that compares",
    SeriesView,
    { query: { from: "The first year", to: "The last year, at most 19 later" } },
  ),
  async (c) => {
    const { store } = c.var.deps;
    const { unit, reach } = await findUnit(c, c.req.param("unit"));
    authoriseStaff(c, "figures.read", { units: reach });
    const { from, to } = readQuery(v.object({ from: year, to: year }), c.req.query());
    if (to < from || to - from >= mostYears)
      throw new Problem("query.invalid", [{ pointer: "/to", code: "year.invalid" }]);
    const units = await store.directory.units();
    const wanted = Array.from({ length: to - from + 1 }, (_, i) => from + i);
    const meant = seriesOf(units, unit.id, wanted);
    // A reader of a former district may lack access to some successor communes.
    const viewer = staffViewer(c.var.session);
    const ids = [...new Set(meant.flatMap((each) => each.units.map(({ id }) => id)))];
    const readable = new Set(ids.filter((id) => may(viewer, "figures.read", { units: reachOf(units, id) })));
    const rows = new Map(
      await Promise.all([...readable].map(async (id) => [id, await store.figures.rows(id, from)] as const)),
    );
    const view: SeriesView = {
      unit: { id: unit.id, name: unit.name, validFrom: unit.validFrom, validTo: unit.validTo },
      years: meant.map((each) => {
        const whole = each.units.every(({ id }) => readable.has(id));
        const figures = each.units.map(({ id }) =>
          resolveFigures(
            rows.get(id) ?? { declared: [], counted: [] },
            years(each.year, each.year),
            new Map(),
          ),
        );
        return { ...each, readable: whole, figures: whole ? sumFigures(figures, each.year) : [] };
      }),
    };
    return c.json(view);
  },
);
