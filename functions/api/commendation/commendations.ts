import { Hono } from "hono/tiny";
import * as v from "valibot";
import { dayOf } from "#core/base/calendar.ts";
import { canonicalJson, hashSecret } from "#core/base/canonical.ts";
import { parseAs } from "#core/base/parsing.ts";
import { type FieldError, Problem } from "#core/base/problems.ts";
import { reference } from "#core/base/text.ts";
import { type CommendationDecision, CommendationForm } from "#core/commendation/decision.ts";
import { CommendationId } from "#core/commendation/ids.ts";
import { changeCommendation, proposeCommendation } from "#core/commendation/lifecycle.ts";
import { countLines, totalMoney } from "#core/commendation/sums.ts";
import { may } from "#core/staff/access.ts";
import { authoriseStaff } from "../authorise.ts";
import { type Ctx, type Env, staffViewer } from "../context.ts";
import { describe } from "../describe.ts";
import { readJson } from "../middleware/body.ts";
import { cursor, readQuery, year } from "../query.ts";
import { stampOf } from "../staff/record.ts";
import { findUnit, unitIn } from "../units/named-unit.ts";
import {
  change,
  openCommendation,
  readChange,
  readLogPage,
  saveStep,
  stepOf,
  viewCommendation,
} from "./record.ts";
import { CommendationLogView, CommendationsView, CommendationView } from "./views.ts";

const ProposeBody = v.strictObject({
  id: CommendationId,
  unit: reference("unit.missing", 60),
  form: CommendationForm,
});
const ChangeBody = v.strictObject({ ...change, form: CommendationForm });

const before = v.optional(
  v.nullable(
    v.pipe(v.string("cursor.invalid"), v.regex(/^[1-9]\d{0,5}$/, "cursor.invalid"), v.transform(Number)),
  ),
  null,
);

/** Decisions of a page of a unit and those below it. */
const decisionsAtOnce = 250;

const ListQuery = v.object({
  year,
  below: v.optional(v.picklist(["0", "1"], "field.invalid"), "0"),
  cursor,
});

export const commendations = new Hono<Env>()
  .get(
    "/",
    describe("commendation.read", "A unit's commendation decisions of a year of award", CommendationsView, {
      query: {
        unit: "The unit",
        year: "The year of the awards",
        below: "`1` adds the units below it",
        cursor: "The cursor of the page before",
      },
    }),
    async (c) => {
      const found = await findUnit(c, c.req.query("unit"));
      authoriseStaff(c, "commendation.read", { units: found.reach });
      return c.json(await listCommendations(c, found, readQuery(ListQuery, c.req.query())));
    },
  )
  .post(
    "/",
    describe(
      "commendation.write",
      "Propose a commendation decision; the same id and form again are the same decision",
      CommendationView,
      { status: 201, body: ProposeBody },
    ),
    async (c) => {
      const input = await readJson(c);
      const { unit, path, reach } = await findUnit(c, unitIn(input));
      authoriseStaff(c, "commendation.write", { units: reach });
      const body = parseAs("commendation.invalid", ProposeBody, input);
      await checkDocument(c, body.form);
      return c.json(await viewCommendation(c, await propose(c, body, { unit: unit.id, path })), 201);
    },
  )
  .get(
    "/:id",
    describe(
      "commendation.read",
      "A decision with its sums, money and log, without its lines",
      CommendationView,
    ),
    async (c) => c.json(await viewCommendation(c, await openCommendation(c, "commendation.read"))),
  )
  .get(
    "/:id/log",
    describe("commendation.read", "Earlier log entries of a decision, by pages", CommendationLogView, {
      query: { before: "Number of the first entry of the page behind" },
    }),
    async (c) => {
      const decision = await openCommendation(c, "commendation.read");
      const asked = readQuery(v.object({ before }), { before: c.req.query("before") });
      return c.json<CommendationLogView>(await readLogPage(c, decision.id, asked.before));
    },
  )
  .put(
    "/:id",
    describe(
      "commendation.write",
      "Change a proposed decision, on the version that was read",
      CommendationView,
      { body: ChangeBody },
    ),
    async (c) => {
      const before = await openCommendation(c, "commendation.write");
      const body = await readChange(c, ChangeBody);
      await checkDocument(c, body.form);
      const { decision } = await saveStep(c, before, body, () =>
        changeCommendation(before, body.form, stepOf(c, body)),
      );
      return c.json(await viewCommendation(c, decision));
    },
  );

/**
 * Stores the proposed decision. A retry, identified by the first log entry, gets the decision in its present state.
 * Throws `commendation.taken` for another proposal with the id.
 */
async function propose(
  c: Ctx,
  body: v.InferOutput<typeof ProposeBody>,
  { unit, path }: { unit: string; path: string[] },
): Promise<CommendationDecision> {
  const { commendations: store } = c.var.deps.store;
  const request = hashSecret(canonicalJson([body.id, unit, body.form])).slice(0, 22);
  const write = proposeCommendation({ ...body, unit }, path, { ...stampOf(c), request });
  const existing = await store.get(body.id);
  if (!existing) {
    try {
      await store.save(write);
      return write.after;
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== "version.conflict") throw error;
    }
  }
  const first = await store.entry(body.id, 1);
  const decision = existing ?? (await store.get(body.id));
  if (first?.request !== request || !decision) throw new Problem("commendation.taken");
  return decision;
}

/** Throws `commendation.invalid` for an unknown cited document. */
async function checkDocument(c: Ctx, { document }: CommendationForm): Promise<void> {
  if (document === null) return;
  const documents = await c.var.deps.store.directory.documents();
  if (documents.has(document)) return;
  const fault: FieldError = { pointer: "/form/document", code: "campaign.basis.unknown" };
  throw new Problem("commendation.invalid", [fault]);
}

async function listCommendations(
  c: Ctx,
  { unit, path, reach }: Awaited<ReturnType<typeof findUnit>>,
  asked: v.InferOutput<typeof ListQuery>,
): Promise<CommendationsView> {
  const { store, clock } = c.var.deps;
  const today = dayOf(clock());
  const below = asked.below === "1";
  const page = below
    ? await store.commendations.below(path, asked.year, asked.cursor, decisionsAtOnce)
    : { items: await store.commendations.ofUnit(unit.id, asked.year), cursor: null };
  const units = await store.directory.units();
  const mayDo = (action: "commendation.write" | "commendation.issue" | "commendation.erase") =>
    may(staffViewer(c.var.session), action, { units: reach });
  const decisions = page.items.map((decision) => ({
    ...decision,
    unitName: units.get(decision.unit)?.name ?? decision.unit,
    count: countLines(decision.sums),
    total: totalMoney(decision.sums, { ...decision, on: decision.signedOn ?? today }),
  }));
  return {
    unit: { id: unit.id, name: unit.name },
    year: asked.year,
    below,
    decisions: decisions.sort((a, b) => (a.changedAt < b.changedAt ? 1 : -1)),
    cursor: page.cursor,
    may: {
      write: mayDo("commendation.write"),
      issue: mayDo("commendation.issue"),
      erase: mayDo("commendation.erase"),
    },
    today,
  };
}
