import { Hono } from "hono/tiny";
import * as v from "valibot";
import { version } from "#core/base/bounds.ts";
import { dayOf } from "#core/base/calendar.ts";
import { parseAs } from "#core/base/parsing.ts";
import { Problem } from "#core/base/problems.ts";
import { catalogue } from "#core/figures/catalogue.ts";
import { DeclaredForm, declareFigure, parseDeclared, readDeclaredId } from "#core/figures/declared-figure.ts";
import { authoriseStaff } from "../authorise.ts";
import type { Ctx, Env } from "../context.ts";
import { describe } from "../describe.ts";
import { readJson } from "../middleware/body.ts";
import { findUnit } from "../units/named-unit.ts";
import { DeclaredFiguresView } from "./views.ts";

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
      // `after` is null for a retry with the same content, even with an outdated version.
      if (after) {
        if (body.version !== (before?.version ?? 0)) throw new Problem("version.conflict");
        await store.figures.saveDeclared(after, before);
      }
      return c.json(await viewDeclared(c, unit));
    },
  );

/** Returns the unit and the units that may declare for it: its path, and its successors once it has ended. */
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
