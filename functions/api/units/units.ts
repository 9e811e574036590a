import { Hono } from "hono/tiny";
import * as v from "valibot";
import { version } from "#core/base/bounds.ts";
import { checkPlausibleDay, dayOf, firstYears } from "#core/base/calendar.ts";
import { canonicalJson } from "#core/base/canonical.ts";
import { Problem } from "#core/base/problems.ts";
import { day, requiredLine } from "#core/base/text.ts";
import { validate } from "#core/base/validation.ts";
import { JobRequest } from "#core/jobs/job.ts";
import { changesOf, type UnitChange, UnitChangeForm } from "#core/units/change.ts";
import { applyUnitChange } from "#core/units/change-effect.ts";
import { formerNamesOf } from "#core/units/former-names.ts";
import { descendantsOf, periodsOf, predecessorsOf, unitsOn } from "#core/units/tree.ts";
import { pathOf, System } from "#core/units/unit.ts";
import { authoriseStaff } from "../authorise.ts";
import { administers } from "../campaigns/campaign-record.ts";
import type { Env } from "../context.ts";
import { describe } from "../describe.ts";
import { readJson } from "../middleware/body.ts";
import { readQuery } from "../query.ts";
import { stampOf } from "../staff/record.ts";
import { findUnit } from "./named-unit.ts";
import { authoriseChange, authoriseNamed, beginRelocation, foreseeMoves } from "./record.ts";
import { UnitChangeView, type UnitNameView, UnitTreeView, UnitView } from "./views.ts";

const Asked = v.object({ on: v.optional(day("unitChange.on")), system: v.optional(System) });

/** `version`: number of changes that the client has read. */
const ChangeBody = v.strictObject({
  id: JobRequest.entries.id,
  version,
  document: requiredLine("unitChange.document", 300),
  change: UnitChangeForm,
});

export const unitTrees = new Hono<Env>()
  .get(
    "/",
    describe(
      "unit.read",
      "The units there are on a day, with the codes, names and parents of then",
      UnitTreeView,
      { query: { on: "A day; today where it is left out", system: "One system alone" } },
    ),
    async (c) => {
      authoriseStaff(c, "unit.read");
      const { store, clock } = c.var.deps;
      const today = dayOf(clock());
      const { on = today, system } = readQuery(Asked, c.req.query());
      const [units, changes] = await Promise.all([store.directory.units(), store.units.changes()]);
      return c.json<UnitTreeView>({
        on,
        today,
        version: changes.length,
        units: [...unitsOn(units, on).values()]
          .filter((unit) => system === undefined || unit.system === system)
          .map(({ earlier, successors, ...unit }) => ({
            ...unit,
            administers: administers(c, units, unit.id),
            former: formerNamesOf(units, unit.id),
          })),
      });
    },
  )
  .get(
    "/:unit",
    describe("unit.read", "A unit with its past, what was before it and what came after", UnitView),
    async (c) => {
      const { unit } = await findUnit(c, c.req.param("unit"));
      authoriseStaff(c, "unit.read");
      const { store, clock } = c.var.deps;
      const [units, changes] = await Promise.all([store.directory.units(), store.units.changes()]);
      const nameOf = (id: string): UnitNameView => {
        const found = units.get(id);
        const { code = "", name = id, validFrom = null, validTo = null } = found ?? {};
        return { id, code, name, validFrom, validTo };
      };
      const today = dayOf(clock());
      const then = unitsOn(units, unit.validTo !== null && unit.validTo < today ? unit.validTo : today);
      return c.json<UnitView>({
        unit,
        version: changes.length,
        path: pathOf(units, unit.id).map(nameOf),
        periods: periodsOf(unit).map(({ parent, ...period }) => ({
          ...period,
          parent: parent === null ? null : nameOf(parent),
        })),
        predecessors: predecessorsOf(units, unit.id).map(({ id }) => nameOf(id)),
        successors: unit.successors.map(nameOf),
        below: then.has(unit.id) ? descendantsOf(then, unit.id).length : 0,
        changes: changesOf(changes, unit.id).map(({ n, form, document, by, at }) => ({
          n,
          kind: form.kind,
          on: form.on,
          document,
          by: by.name,
          at,
        })),
        administers: administers(c, units, unit.parent ?? unit.id),
        today,
      });
    },
  );

export const unitChanges = new Hono<Env>().post(
  "/",
  describe(
    "unit.change",
    "Found, rename, move, merge, split or end units; the same id again is the same change",
    UnitChangeView,
    { body: ChangeBody, query: { dryRun: "`1` changes nothing and says what would happen" } },
  ),
  async (c) => {
    const input = await readJson(c);
    const { store, clock } = c.var.deps;
    const [units, changes] = await Promise.all([store.units.now(), store.units.changes()]);
    const asked = validate(ChangeBody, input);
    if (!asked.ok) {
      // Only administrators of the named units see the validation errors.
      authoriseNamed(c, units, input);
      throw new Problem("unitChange.invalid", asked.errors);
    }
    const { id, version, document, change: form } = asked.value;
    authoriseChange(c, units, form);
    const now = clock();
    const dryRun = c.req.query("dryRun") === "1";
    const view = (n: number, rest: Partial<UnitChangeView>): UnitChangeView => ({
      version: n,
      dryRun,
      units: [],
      moves: [],
      job: null,
      ...rest,
    });
    // Handles a retry.
    const made = changes.find((each) => each.id === id);
    if (made && !isSameChange(made, asked.value)) throw new Problem("unitChange.taken");
    if (made) return c.json(view(made.n, { job: await beginRelocation(c, units, made) }));
    if (version !== changes.length) throw new Problem("version.conflict");
    // Code that reads the unit trees would apply a future change today.
    if (form.on > dayOf(now))
      throw new Problem("unitChange.invalid", [{ pointer: "/change/on", code: "unitChange.on.future" }]);
    const slips = checkPlausibleDay(form.on, "/change/on", { from: firstYears.document, today: dayOf(now) });
    if (slips.length > 0) throw new Problem("unitChange.invalid", slips);
    const altered = applied(units, form);
    const moves = await foreseeMoves(c, units, altered, form);
    const names = altered.map(({ id, name, validTo }) => ({
      id,
      name,
      founded: !units.has(id),
      ended: validTo !== null,
    }));
    if (dryRun) return c.json(view(version, { units: names, moves }));
    const { by } = stampOf(c);
    const change: UnitChange = { id, n: version + 1, form, document, by, at: now };
    await store.units.save(change, units, altered);
    const job = await beginRelocation(c, units, change);
    return c.json(view(change.n, { units: names, moves, job }));
  },
);

const isSameChange = (made: UnitChange, asked: { document: string; change: UnitChangeForm }): boolean =>
  made.document === asked.document && canonicalJson(made.form) === canonicalJson(asked.change);

function applied(units: Parameters<typeof applyUnitChange>[0], form: UnitChangeForm) {
  try {
    return applyUnitChange(units, form);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    throw new Problem(
      error.code,
      error.errors.map((fault) => ({ ...fault, pointer: `/change${fault.pointer}` })),
    );
  }
}
