import { Hono } from "hono/tiny";
import * as v from "valibot";
import type { Env } from "../context.ts";
import { describe } from "../describe.ts";
import { cursor, pagedQuery, pageSize, readQuery, year } from "../query.ts";
import { LibraryView } from "./views.ts";

export const library = new Hono<Env>().get(
  "/",
  describe(
    "library.read",
    "Recognised initiatives of a year below a root unit, the latest first",
    LibraryView,
    { query: { province: "The root unit", year: "The campaign's year", cursor: pagedQuery.cursor } },
  ),
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
    return c.json<LibraryView>({
      items: page.items.map(
        ({ id, title, year, unit, organisation, publicAuthors, system, recognitions, origin }) => ({
          id,
          authors: publicAuthors,
          title,
          year,
          unit,
          organisation,
          system,
          recognitions,
          origin,
        }),
      ),
      cursor: page.cursor,
    });
  },
);
