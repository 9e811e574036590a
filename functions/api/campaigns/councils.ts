import { Hono } from "hono/tiny";
import * as v from "valibot";
import { version } from "#core/base/bounds.ts";
import { parseAs } from "#core/base/parsing.ts";
import { Problem } from "#core/base/problems.ts";
import { State } from "#core/initiatives/lifecycle.ts";
import { CouncilForm, changeCouncil, createCouncil, drawCouncilId, NewCouncil } from "#core/units/council.ts";
import { pathOf } from "#core/units/unit.ts";
import { retryOnConflict } from "../../store/table.ts";
import { authoriseStaff } from "../authorise.ts";
import type { Env } from "../context.ts";
import { describe } from "../describe.ts";
import { ListView } from "../initiatives/views.ts";
import { readJson } from "../middleware/body.ts";
import { cursor, pageSize, pagedQuery as query, readQuery, year } from "../query.ts";
import { stampOf } from "../staff/record.ts";
import { findUnit, unitIn } from "../units/named-unit.ts";
import { authoriseCouncil, councilSurroundings, openCouncil, viewCouncil } from "./council-record.ts";
import { CouncilListView, CouncilView } from "./views.ts";

const ChangeBody = v.strictObject({
  version,
  form: CouncilForm,
});

const foundAttempts = 8;

export const councils = new Hono<Env>()
  .get(
    "/",
    describe("council.list", "The councils of a unit and of those below it, by name", CouncilListView, {
      query: { unit: "The unit" },
    }),
    async (c) => {
      const { unit, path } = await findUnit(c, c.req.query("unit"));
      authoriseStaff(c, "council.list", { units: path });
      const around = await councilSurroundings(c);
      return c.json<CouncilListView>({
        unit: { id: unit.id, name: unit.name },
        councils: [...around.councils.values()]
          .filter((council) => pathOf(around.units, council.unit).includes(unit.id))
          .map((council) => viewCouncil(council, around))
          .sort((a, b) => a.name.localeCompare(b.name, "vi")),
      });
    },
  )
  .post(
    "/",
    describe(
      "council.manage",
      "Found a council at a unit; the same unit and name again are the same council",
      CouncilView,
      { status: 201, body: NewCouncil },
    ),
    async (c) => {
      const input = await readJson(c);
      const { random, store } = c.var.deps;
      return retryOnConflict(foundAttempts, async () => {
        const around = await councilSurroundings(c);
        authoriseCouncil(c, around.units, unitIn(input));
        const council = createCouncil(
          parseAs("council.invalid", NewCouncil, input),
          around,
          drawCouncilId(random),
          stampOf(c),
        );
        if (!around.councils.has(council.id)) await store.councils.save(null, council, around.councils);
        return c.json(viewCouncil(council, around), 201);
      });
    },
  )
  .put(
    "/:council",
    describe(
      "council.manage",
      "Rename a council or give it a last day, on the version that was read",
      CouncilView,
      { body: ChangeBody },
    ),
    async (c) => {
      const around = await councilSurroundings(c);
      const before = openCouncil(c, around.units, around.councils);
      const { version: read, form } = parseAs("council.invalid", ChangeBody, await readJson(c));
      const { store } = c.var.deps;
      const same = before.name === form.name && before.endsOn === form.endsOn;
      // Handles a retry.
      if (same && [before.version, before.version - 1].includes(read))
        return c.json(viewCouncil(before, around));
      if (read !== before.version) throw new Problem("version.conflict");
      const campaigns = await store.campaigns.all();
      const after = changeCouncil(before, form, { ...around, campaigns }, stampOf(c));
      await store.councils.save(before, after, around.councils);
      return c.json(viewCouncil(after, around));
    },
  )
  .get(
    "/:council/queue/:year",
    describe(
      "councilQueue.read",
      "A council's dossiers of a year in a state, the most urgent first",
      ListView,
      { query },
    ),
    async (c) => {
      const { store } = c.var.deps;
      const council = (await store.directory.councils()).get(c.req.param("council")) ?? null;
      authoriseStaff(c, "councilQueue.read", { council });
      const asked = readQuery(v.object({ year, state: v.optional(State, "proposed"), cursor }), {
        year: c.req.param("year"),
        ...c.req.query(),
      });
      return c.json<ListView>(
        await store.initiatives.councilQueue(
          council?.id ?? "",
          asked.year,
          asked.state,
          asked.cursor,
          pageSize,
        ),
      );
    },
  );
