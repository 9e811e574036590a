import { Hono } from "hono/tiny";
import * as v from "valibot";
import { dayOf } from "#core/base/calendar.ts";
import type { AwardSummary } from "#core/commendation/awards.ts";
import type { CommendationDecision } from "#core/commendation/decision.ts";
import { findOverBudget, findPageWarnings } from "#core/commendation/decision-warnings.ts";
import type { CommendationLine } from "#core/commendation/line.ts";
import { findLineWarnings } from "#core/commendation/line-warnings.ts";
import { rootsOf } from "#core/units/tree.ts";
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
    const { lines, next } = await store.commendations.linesAfter(decision.id, asked.after, comparedAtOnce);
    const units = await store.directory.units();
    const roots = new Set([decision.path.at(-1) ?? "", ...rootsOf(units, decision.unit)]);
    const names = lines.map(({ name }) => name);
    const awards = await store.commendations.awardsOfAll([...roots], names);
    const namesakes = await readNamesakes(c, decision, { lines, awards });
    const today = dayOf(clock());
    const view: CommendationWarningsView = {
      version: decision.version,
      warnings: [
        ...(asked.after === 0 ? findOverBudget(decision, today) : []),
        ...findPageWarnings(decision, lines, { units, today, namesakes }),
        ...(await compareLines(c, decision, { lines, awards, roots })),
      ],
      next,
    };
    return c.json(view);
  },
);

interface Compared {
  lines: readonly CommendationLine[];
  /** Awards of this and other decisions by folded name. */
  awards: ReadonlyMap<string, readonly AwardSummary[]>;
}

/** Returns the decision's other lines that share a name with a line of the page. */
function readNamesakes(
  c: Ctx,
  { id }: CommendationDecision,
  { lines, awards }: Compared,
): Promise<CommendationLine[]> {
  const page = new Set(lines.map(({ n }) => n));
  const own = [...awards.values()].flat().filter((award) => award.decision === id && !page.has(award.n));
  return c.var.deps.store.commendations.linesOf(
    id,
    own.map(({ n }) => n),
  );
}

async function compareLines(
  c: Ctx,
  decision: CommendationDecision,
  { lines, awards, roots }: Compared & { roots: ReadonlySet<string> },
) {
  const ids = [...awards.values()].flat().map((award) => award.decision);
  const [initiatives, others] = await Promise.all([
    c.var.deps.store.initiatives.byId(lines.flatMap(({ initiative }) => initiative ?? [])),
    readableDecisions(
      c,
      ids.filter((id) => id !== decision.id),
    ),
  ]);
  // A typed id must not disclose records of other unit trees.
  const known = new Map([...initiatives].filter(([, { path }]) => roots.has(path.at(-1) ?? "")));
  return findLineWarnings(decision, lines, { initiatives: known, awards, others });
}
