import { Hono } from "hono/tiny";
import * as v from "valibot";
import { dayOf } from "#core/base/calendar.ts";
import { canonicalJson } from "#core/base/canonical.ts";
import { parseAs } from "#core/base/parsing.ts";
import { type FieldError, Problem } from "#core/base/problems.ts";
import { reference } from "#core/base/text.ts";
import { CommendationForm } from "#core/commendation/decision.ts";
import { CommendationId } from "#core/commendation/ids.ts";
import { changeCommendation, proposeCommendation } from "#core/commendation/lifecycle.ts";
import { countLines, totalMoney } from "#core/commendation/sums.ts";
import { may } from "#core/staff/access.ts";
import { authoriseStaff } from "../authorise.ts";
import { type Ctx, type Env, staffViewer } from "../context.ts";
import { describe } from "../describe.ts";
import { readJson } from "../middleware/body.ts";
import { readQuery, year } from "../query.ts";
import { stampOf } from "../staff/record.ts";
import { findUnit, unitIn } from "../units/named-unit.ts";
import { change, openCommendation, readChange, saveStep, stepOf, viewCommendation } from "./record.ts";
import { CommendationsView, CommendationView } from "./views.ts";

const ProposeBody = v.strictObject({
  id: CommendationId,
  unit: reference("unit.missing", 60),
  form: CommendationForm,
});
const ChangeBody = v.strictObject({ ...change, form: CommendationForm });

export const commendations = new Hono<Env>()
  .get(
    "/",
    describe("commendation.read", "A unit's commendation decisions of a year of award", CommendationsView, {
      query: { unit: "The unit", year: "The year of the awards" },
    }),
    async (c) => {
      const { unit, reach } = await findUnit(c, c.req.query("unit"));
      authoriseStaff(c, "commendation.read", { units: reach });
      const asked = readQuery(v.object({ year }), { year: c.req.query("year") });
      return c.json(await listCommendations(c, unit, reach, asked.year));
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
      const { commendations: store } = c.var.deps.store;
      const step = { ...stampOf(c), request: body.id };
      const write = proposeCommendation({ ...body, unit: unit.id }, path, step);
      const existing = await store.get(body.id);
      if (existing && !holdsForm(existing, body)) throw new Problem("commendation.taken");
      if (!existing) await store.save(write);
      return c.json(await viewCommendation(c, existing ?? write.after), 201);
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

function holdsForm(existing: CommendationForm & { unit: string }, body: v.InferOutput<typeof ProposeBody>) {
  const form = parseAs("commendation.invalid", v.object(CommendationForm.entries), existing);
  return existing.unit === body.unit && canonicalJson(form) === canonicalJson(body.form);
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
  unit: { id: string; name: string },
  reach: string[],
  of: number,
): Promise<CommendationsView> {
  const { store, clock } = c.var.deps;
  const today = dayOf(clock());
  const found = await store.commendations.ofUnit(unit.id, of);
  const mayDo = (action: "commendation.write" | "commendation.issue" | "commendation.erase") =>
    may(staffViewer(c.var.session), action, { units: reach });
  const decisions = found.map((decision) => ({
    ...decision,
    count: countLines(decision.sums),
    total: totalMoney(decision.sums, { ...decision, on: decision.signedOn ?? today }),
  }));
  return {
    unit: { id: unit.id, name: unit.name },
    year: of,
    decisions: decisions.sort((a, b) => (a.changedAt < b.changedAt ? 1 : -1)),
    may: {
      write: mayDo("commendation.write"),
      issue: mayDo("commendation.issue"),
      erase: mayDo("commendation.erase"),
    },
    today,
  };
}
