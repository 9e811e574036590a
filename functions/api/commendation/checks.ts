import { Hono } from "hono/tiny";
import * as v from "valibot";
import { dayOf } from "#core/base/calendar.ts";
import { foldName } from "#core/commendation/awards.ts";
import { linesFromInitiative } from "#core/commendation/candidates.ts";
import type { CommendationDecision } from "#core/commendation/decision.ts";
import { findDecisionWarnings } from "#core/commendation/decision-warnings.ts";
import type { CommendationLine } from "#core/commendation/line.ts";
import { findLineWarnings } from "#core/commendation/line-warnings.ts";
import type { Initiative } from "#core/initiatives/initiative.ts";
import { authorPrivacy } from "#core/initiatives/person.ts";
import { hideFrom } from "#core/initiatives/personal-fields.ts";
import { may } from "#core/staff/access.ts";
import { type Ctx, type Env, staffViewer } from "../context.ts";
import { describe } from "../describe.ts";
import { cursor, readQuery, year } from "../query.ts";
import { after } from "./lines.ts";
import { openCommendation, readableDecisions } from "./record.ts";
import { CommendationCandidatesView, CommendationWarningsView } from "./views.ts";

/** Lines that one answer compares with other decisions. */
const comparedAtOnce = 200;

/** Initiatives of one page of candidates. */
const initiativesAtOnce = 50;

export const commendationChecks = new Hono<Env>()
  .get(
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
  )
  .get(
    "/:id/candidates",
    describe(
      "commendation.read",
      "Lines suggested by initiatives of a year that were recognised",
      CommendationCandidatesView,
      { query: { year: "The year of the initiatives", cursor: "The cursor of the page before" } },
    ),
    async (c) => {
      const decision = await openCommendation(c, "commendation.read");
      const asked = readQuery(v.object({ year, cursor }), {
        year: c.req.query("year"),
        cursor: c.req.query("cursor"),
      });
      return c.json(await viewCandidates(c, decision, asked));
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
  return findLineWarnings(decision, lines, { initiatives, awards, others });
}

async function viewCandidates(
  c: Ctx,
  decision: CommendationDecision,
  asked: { year: number; cursor: string | null },
): Promise<CommendationCandidatesView> {
  const { store } = c.var.deps;
  const root = decision.path.at(-1) ?? decision.unit;
  const page = await store.initiatives.library(root, asked.year, asked.cursor, initiativesAtOnce);
  const found = await store.initiatives.byId(page.items.map(({ id }) => id));
  const [units, listed] = await Promise.all([store.directory.units(), listedOf(c, decision)]);
  const candidates = page.items.flatMap(({ id }) => {
    const initiative = found.get(id);
    if (initiative?.origin !== "application" || !initiative.path.includes(decision.unit)) return [];
    const unit = { id: initiative.unit, name: units.get(initiative.unit)?.name ?? initiative.unit };
    return linesFromInitiative(initiative, authorsShown(c, initiative), decision).map((line) => ({
      line,
      unit,
      title: initiative.application.title,
      listed: listed.has(listingOf(line)),
    }));
  });
  return { candidates, cursor: page.cursor };
}

const listingOf = ({ initiative, name }: Pick<CommendationLine, "initiative" | "name">) =>
  `${initiative} ${foldName(name)}`;

async function listedOf(c: Ctx, { id }: CommendationDecision): Promise<Set<string>> {
  const lines = await Array.fromAsync(c.var.deps.store.commendations.lines(id));
  return new Set(lines.map(listingOf));
}

/** Birth dates for those alone who may read personal data of the initiative. */
function authorsShown(c: Ctx, initiative: Extract<Initiative, { origin: "application" }>) {
  const viewer = staffViewer(c.var.session);
  const { authors } = initiative.application;
  if (may(viewer, "initiative.readPersonal", { units: initiative.path })) return authors;
  return authors.map((author) => hideFrom("readers", author, authorPrivacy));
}
