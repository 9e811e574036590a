import { Hono } from "hono/tiny";
import * as v from "valibot";
import { dayOf } from "#core/base/calendar.ts";
import { listedUnits } from "#core/units/tree.ts";
import { authoriseStaff } from "../authorise.ts";
import type { Env } from "../context.ts";
import { describe } from "../describe.ts";
import { readQuery } from "../query.ts";
import { findUnit } from "../units/named-unit.ts";
import { FiguresView } from "./views.ts";

const year = v.pipe(
  v.string("year.invalid"),
  v.regex(/^(19|20|21)\d{2}$/, "year.invalid"),
  v.transform(Number),
);

export const figures = new Hono<Env>().get(
  "/:unit/:year",
  describe("figures.read", "Counted and declared figures of a unit, up to a year", FiguresView, {
    query: { from: "The first year; the year itself where it is left out" },
  }),
  async (c) => {
    const { store, clock } = c.var.deps;
    const { unit, reach } = await findUnit(c, c.req.param("unit"));
    authoriseStaff(c, "figures.read", { units: reach });
    const asked = readQuery(v.object({ year, from: v.optional(year) }), {
      ...c.req.query(),
      year: c.req.param("year"),
    });
    const from = asked.from ?? asked.year;
    const rows = await store.figures.rows(unit.id, from);
    const campaigns = (await store.directory.campaigns()).filter(
      ({ year, unit: root }) => year >= from && year <= asked.year && reach.includes(root),
    );
    return c.json<FiguresView>({
      unit: { id: unit.id, name: unit.name, validTo: unit.validTo },
      isListed: listedUnits(await store.directory.units(), unit.id) !== null,
      from,
      to: asked.year,
      declared: rows.declared.filter((figure) => Number(figure.from.slice(0, 4)) <= asked.year),
      counted: rows.counted.filter((row) => row.year <= asked.year),
      campaigns: campaigns.map(({ id, year, evaluatedOn, demo }) => ({
        id,
        year,
        evaluated: evaluatedOn !== null,
        demo,
      })),
      today: dayOf(clock()),
    });
  },
);
