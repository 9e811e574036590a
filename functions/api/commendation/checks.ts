import { Hono } from "hono/tiny";
import * as v from "valibot";
import { dayOf } from "#core/base/calendar.ts";
import type { CommendationDecision } from "#core/commendation/decision.ts";
import { findDecisionWarnings } from "#core/commendation/decision-warnings.ts";
import type { CommendationLine } from "#core/commendation/line.ts";
import { findLineWarnings } from "#core/commendation/line-warnings.ts";
import type { Ctx, Env } from "../context.ts";
import { describe } from "../describe.ts";
import { readQuery } from "../query.ts";
import { after } from "./lines.ts";
import { openCommendation, readableDecisions } from "./record.ts";
import { CommendationWarningsView } from "./views.ts";

/** Lines compared per response. */
const comparedAtOnce = 200;

export const commendationChecks = new Hono<Env>().get(
  "/:id/warnings",
  describe(
    "commendation.read",
    "Suspicions about a decision and its lines, by pages of lines",
    CommendationWarningsView,
    { query: { after: "Number of the last line of the page before" } },
  ),
  async (c) => {
    const decision = await openCommendation(c, "commendation.read");
    const asked = readQuery(v.object({ after }), { after: c.req.query("after") });
    const { store, clock } = c.var.deps;
    const page = await store.commendations.linesAfter(decision.id, asked.after, comparedAtOnce);
    const whole = async () => {
      const lines = await Array.fromAsync(store.commendations.lines(decision.id));
      const units = await store.directory.units();
      return findDecisionWarnings(decision, lines, { units, today: dayOf(clock()) });
    };
    const view: CommendationWarningsView = {
      version: decision.version,
      warnings: [
        ...(asked.after === 0 ? await whole() : []),
        ...(await compareLines(c, decision, page.lines)),
      ],
      next: page.next,
    };
    return c.json(view);
  },
);

async function compareLines(c: Ctx, decision: CommendationDecision, lines: readonly CommendationLine[]) {
  const { store } = c.var.deps;
  const root = decision.path.at(-1) ?? decision.unit;
  const [initiatives, awards] = await Promise.all([
    store.initiatives.byId(lines.flatMap(({ initiative }) => initiative ?? [])),
    store.commendations.awardsOfAll(
      root,
      lines.map(({ name }) => name),
    ),
  ]);
  const ids = [...awards.values()].flat().map((award) => award.decision);
  const others = await readableDecisions(
    c,
    ids.filter((id) => id !== decision.id),
  );
  // A typed id must not disclose records of other unit trees.
  const known = new Map([...initiatives].filter(([, { path }]) => path.at(-1) === root));
  return findLineWarnings(decision, lines, { initiatives: known, awards, others });
}
