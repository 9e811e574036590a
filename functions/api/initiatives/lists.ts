import { Hono } from "hono/tiny";
import * as v from "valibot";
import { dayOf } from "#core/base/calendar.ts";
import { Problem } from "#core/base/problems.ts";
import { applicationFields } from "#core/initiatives/application.ts";
import { dossierCounts } from "#core/initiatives/dossier-count.ts";
import { State } from "#core/initiatives/lifecycle.ts";
import { hideFrom } from "#core/initiatives/personal-fields.ts";
import { type RegisterRow, registerPrivacy, searchRegister } from "#core/initiatives/register.ts";
import { affiliations } from "#core/units/affiliation.ts";
import { listedUnits, registersOf } from "#core/units/tree.ts";
import { System } from "#core/units/unit.ts";
import { authoriseStaff } from "../authorise.ts";
import type { Env } from "../context.ts";
import { describe } from "../describe.ts";
import { cursor, pageSize, pagedQuery as query, readQuery, year } from "../query.ts";
import { findUnit } from "../units/named-unit.ts";
import { ListView, type RegisterLine, RegisterView } from "./views.ts";

/** Maximum search results; users narrow the search or export. */
const mostFound = 200;

const choice = <S extends v.GenericSchema<string>>(schema: S) => v.optional(v.nullable(schema), null);

const RegisterAsked = v.object({
  year,
  cursor,
  q: v.optional(v.pipe(v.string(), v.maxLength(200, "register.search.tooLong")), ""),
  state: choice(State),
  field: choice(v.picklist(applicationFields, "field.required")),
  system: choice(System),
  affiliation: choice(v.picklist(affiliations, "field.invalid")),
  count: choice(v.picklist(dossierCounts, "field.invalid")),
  month: choice(v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])$/, "field.invalid"))),
});

const withoutContacts = ({ summary, entry }: RegisterRow): RegisterRow => ({
  summary,
  entry: entry && hideFrom("readers", entry, registerPrivacy),
});

export const unitLists = new Hono<Env>()
  .get(
    "/:unit/inbox",
    describe("inbox.read", "A unit's dossiers in a state, the most urgent first", ListView, { query }),
    async (c) => {
      const { unit, path } = await findUnit(c, c.req.param("unit"));
      authoriseStaff(c, "inbox.read", { units: path });
      const asked = readQuery(v.object({ state: v.optional(State, "registered"), cursor }), c.req.query());
      return c.json<ListView>(
        await c.var.deps.store.initiatives.inbox(unit.id, asked.state, asked.cursor, pageSize),
      );
    },
  )
  .get(
    "/:unit/register/:year",
    describe(
      "register.read",
      "A unit's register of a year, by running number; the lines that match, where something is looked for",
      RegisterView,
      {
        query: {
          cursor: query.cursor,
          q: "A name, a phone number, a code, a running number or words of a title",
          state: query.state,
          field: "A field of application",
          system: "A tree of units",
          affiliation: "Where one of the authors stands",
          count:
            "What the dossiers count as in the unit's figures; then also those in registers of units that it succeeded",
          month: "The month in which they came, YYYY-MM",
        },
      },
    ),
    async (c) => {
      const { unit, path } = await findUnit(c, c.req.param("unit"));
      const role = authoriseStaff(c, "register.read", { units: path });
      const { initiatives } = c.var.deps.store;
      const { year, cursor, q, ...wanted } = readQuery(RegisterAsked, {
        ...c.req.query(),
        year: c.req.param("year"),
      });
      const seen = role === "reviewer" ? (row: RegisterRow) => row : withoutContacts;
      const tell = ({ summary, entry }: RegisterRow): RegisterLine => ({ ...summary, entry });
      const looksFor = q.trim() !== "" || Object.values(wanted).some((each) => each !== null);
      if (!looksFor) {
        const page = await initiatives.register(unit.id, year, cursor, pageSize);
        const items = page.rows.map(seen).map(tell);
        return c.json({ items, cursor: page.cursor, found: null } satisfies RegisterView);
      }
      const units = await c.var.deps.store.directory.units();
      const listed = wanted.count === null ? null : listedUnits(units, unit.id);
      // A province has no list that shows its counted dossiers.
      if (wanted.count !== null && listed === null)
        throw new Problem("query.invalid", [{ pointer: "/count", code: "field.invalid" }]);
      const rows = await Array.fromAsync(
        listed === null
          ? initiatives.registerRows(unit.id, year)
          : initiatives.countedRows(listed, registersOf(units, listed), year),
      );
      const found = searchRegister(rows.map(seen), { text: q, ...wanted }, dayOf(c.var.deps.clock()));
      return c.json<RegisterView>({
        items: found.slice(0, mostFound).map(tell),
        cursor: null,
        found: found.length,
      });
    },
  );
