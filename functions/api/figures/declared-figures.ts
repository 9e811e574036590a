import { Hono } from "hono/tiny";
import * as v from "valibot";
import { version } from "#core/base/bounds.ts";
import { dayOf } from "#core/base/calendar.ts";
import { parseAs } from "#core/base/parsing.ts";
import { firstDay, lastDay, years } from "#core/base/period.ts";
import { Problem } from "#core/base/problems.ts";
import { catalogue } from "#core/figures/catalogue.ts";
import { DeclaredForm, declareFigure, parseDeclared, readDeclaredId } from "#core/figures/declared-figure.ts";
import { type ReportingUnit, rollUp } from "#core/figures/roll-up.ts";
import type { Unit } from "#core/units/unit.ts";
import type { Store } from "../../store/store.ts";
import { authoriseStaff } from "../authorise.ts";
import type { Ctx, Env } from "../context.ts";
import { describe } from "../describe.ts";
import { readJson } from "../middleware/body.ts";
import { readQuery } from "../query.ts";
import { findUnit } from "../units/named-unit.ts";
import { DeclaredFiguresView, RolledUpView } from "./views.ts";

const Year = v.pipe(
  v.string("query.required"),
  v.regex(/^(19|20|21)\d{2}$/, "year.invalid"),
  v.transform(Number),
);

const Body = v.strictObject({
  /** Version that was read; 0 for a new figure. */
  version,
  form: v.unknown(),
});

export const declaredFigures = new Hono<Env>()
  .get(
    "/:unit/declared",
    describe(
      "declared.read",
      "A unit's declared figures with their corrections, and what is counted beside them",
      DeclaredFiguresView,
    ),
    async (c) => {
      const { unit, units } = await findDeclaring(c);
      authoriseStaff(c, "declared.read", { units });
      return c.json(await viewDeclared(c, unit));
    },
  )
  .get(
    "/:unit/rolled-up",
    describe(
      "declared.read",
      "Sums of what the units directly below declared for a year, with the units that have not reported",
      RolledUpView,
      { query: { year: "The year" } },
    ),
    async (c) => {
      const { unit, units } = await findDeclaring(c);
      authoriseStaff(c, "declared.read", { units });
      const { year } = readQuery(v.object({ year: Year }), c.req.query());
      const period = years(year, year);
      const below = [...(await c.var.deps.store.directory.units()).values()].filter(
        ({ parent, validFrom, validTo }) =>
          parent === unit.id &&
          (validFrom === null || validFrom <= lastDay(period.to)) &&
          (validTo === null || validTo >= firstDay(period.from)),
      );
      const reporting = await readBelow(c.var.deps.store, below, year);
      const view: RolledUpView = {
        unit: { id: unit.id, name: unit.name },
        year,
        figures: rollUp(reporting, period),
      };
      return c.json(view);
    },
  )
  .put(
    "/:unit/declared/:id",
    describe(
      "declared.write",
      "Enter or correct a declared figure under its key and period, `models.built~2019~2020`; `own` as the key makes one of the label",
      DeclaredFiguresView,
      { body: v.strictObject({ version, form: DeclaredForm }) },
    ),
    async (c) => {
      const { unit, units } = await findDeclaring(c);
      authoriseStaff(c, "declared.write", { units });
      const { store, clock } = c.var.deps;
      const body = parseAs("declared.invalid", Body, await readJson(c));
      const [documents, declared] = await Promise.all([
        store.directory.documents(),
        store.figures.declaredOf(unit.id),
      ]);
      const wholes = new Set([...Object.keys(catalogue), ...declared.map(({ key }) => key)]);
      const form = parseDeclared(body.form, {
        documents: new Set(documents.keys()),
        wholes,
        today: dayOf(c.var.deps.clock()),
      });
      const place = readDeclaredId(c.req.param("id"));
      if (
        !place ||
        place.from !== form.from ||
        place.to !== form.to ||
        ![form.key, "own"].includes(place.key)
      )
        throw new Problem("declared.notFound");
      const { key, from, to } = form;
      const before = await store.figures.declared({ unit: unit.id, key, from, to });
      const { id = "", name = "" } = c.var.session?.staff ?? {};
      const after = declareFigure(unit.id, form, before, { staff: id, name, at: clock() });
      // `after` is null for a retry, even with an outdated version.
      if (after) {
        if (body.version !== (before?.version ?? 0)) throw new Problem("version.conflict");
        await store.figures.saveDeclared(after, before);
      }
      return c.json(await viewDeclared(c, unit));
    },
  );

const queriesAtOnce = 16;

async function readBelow(store: Store, below: readonly Unit[], year: number): Promise<ReportingUnit[]> {
  const found: ReportingUnit[] = [];
  for (let at = 0; at < below.length; at += queriesAtOnce)
    found.push(
      ...(await Promise.all(
        below.slice(at, at + queriesAtOnce).map(async (unit) => {
          const { declared } = await store.figures.rows(unit.id, year);
          return { ...unit, declared };
        }),
      )),
    );
  return found;
}

async function findDeclaring(c: Ctx) {
  const { unit, path, reach } = await findUnit(c, c.req.param("unit"));
  return { unit, units: unit.validTo === null ? path : reach };
}

async function viewDeclared(
  c: Ctx,
  unit: { id: string; name: string; validTo: string | null },
): Promise<DeclaredFiguresView> {
  const { store, clock } = c.var.deps;
  const [declared, { counted }] = await Promise.all([
    store.figures.declaredOf(unit.id),
    store.figures.rows(unit.id, 1990),
  ]);
  return {
    unit: { id: unit.id, name: unit.name, validTo: unit.validTo },
    declared,
    counted: counted.filter(({ dimension }) => dimension === ""),
    today: dayOf(clock()),
  };
}
