import { Hono } from "hono";
import * as v from "valibot";
import { State } from "../../core/lifecycle.ts";
import { Problem } from "../../core/problems.ts";
import { validate } from "../../core/validation.ts";
import { authoriseStaff } from "../authorise.ts";
import type { Ctx, Env } from "../context.ts";
import { describe } from "../describe.ts";
import { findUnit } from "../units.ts";
import type { LibraryView, ListView } from "../views.ts";

const pageSize = 50;

const year = v.pipe(
  v.string("query.required"),
  v.regex(/^(19|20|21)\d{2}$/, "year.invalid"),
  v.transform(Number),
);
const cursor = v.optional(v.nullable(v.pipe(v.string(), v.maxLength(600, "cursor.invalid"))), null);

/** Query and path values under a schema, or `query.invalid` naming them. */
export function readQuery<S extends v.GenericSchema>(schema: S, values: unknown): v.InferOutput<S> {
  const parsed = validate(schema, values);
  if (!parsed.ok) throw new Problem("query.invalid", parsed.errors);
  return parsed.value;
}

const query = { state: "A state of the life cycle", cursor: "The cursor of the page before" };

/** A unit's inbox and register. */
export const unitLists = new Hono<Env>()
  .get(
    "/:unit/inbox",
    describe({ action: "inbox.read", summary: "A unit's dossiers in a state, the most urgent first", query }),
    async (c) => {
      const { unit, path } = await findUnit(c, c.req.param("unit"));
      authoriseStaff(c, "inbox.read", { units: path });
      const asked = readQuery(v.object({ state: v.optional(State, "registered"), cursor }), c.req.query());
      const view: ListView = await c.var.deps.store.initiatives.inbox(
        unit.id,
        asked.state,
        asked.cursor,
        pageSize,
      );
      return c.json(view);
    },
  )
  .get(
    "/:unit/register/:year",
    describe({
      action: "register.read",
      summary: "A unit's register of a year, by running number",
      query: { cursor: query.cursor },
    }),
    async (c) => {
      const { unit, path } = await findUnit(c, c.req.param("unit"));
      authoriseStaff(c, "register.read", { units: path });
      const asked = readQuery(v.object({ year, cursor }), { year: c.req.param("year"), ...c.req.query() });
      const view: ListView = await c.var.deps.store.initiatives.register(
        unit.id,
        asked.year,
        asked.cursor,
        pageSize,
      );
      return c.json(view);
    },
  );

/** A council's queue. */
export const councils = new Hono<Env>().get(
  "/:council/queue/:year",
  describe({
    action: "councilQueue.read",
    summary: "A council's dossiers of a year in a state, the most urgent first",
    query,
  }),
  async (c: Ctx) => {
    const council = c.req.param("council") ?? "";
    authoriseStaff(c, "councilQueue.read", { council });
    const asked = readQuery(v.object({ year, state: v.optional(State, "proposed"), cursor }), {
      year: c.req.param("year"),
      ...c.req.query(),
    });
    const view: ListView = await c.var.deps.store.initiatives.councilQueue(
      council,
      asked.year,
      asked.state,
      asked.cursor,
      pageSize,
    );
    return c.json(view);
  },
);

/** The library of recognised initiatives, open to all. */
export const library = new Hono<Env>().get(
  "/",
  describe({
    action: "library.read",
    summary: "Recognised initiatives of a year below a root unit, the latest first",
    query: { province: "The root unit", year: "The campaign's year", cursor: query.cursor },
  }),
  async (c) => {
    const asked = readQuery(
      v.object({ province: v.pipe(v.string("query.required"), v.maxLength(60)), year, cursor }),
      c.req.query(),
    );
    const page = await c.var.deps.store.initiatives.library(
      asked.province,
      asked.year,
      asked.cursor,
      pageSize,
    );
    c.header("cache-control", "public, max-age=60");
    const view: LibraryView = {
      items: page.items.map(({ id, title, year, unit, organisation, system, recognitions, origin }) => ({
        id,
        title,
        year,
        unit,
        organisation,
        system,
        recognitions,
        origin,
      })),
      cursor: page.cursor,
    };
    return c.json(view);
  },
);
