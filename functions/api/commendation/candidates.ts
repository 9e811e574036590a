import { Hono } from "hono/tiny";
import * as v from "valibot";
import { lineFromModel, linesFromInitiative } from "#core/commendation/candidates.ts";
import type { CommendationDecision } from "#core/commendation/decision.ts";
import type { CommendationLine, LineForm } from "#core/commendation/line.ts";
import { foldName } from "#core/commendation/summary.ts";
import type { Initiative } from "#core/initiatives/initiative.ts";
import { authorPrivacy } from "#core/initiatives/person.ts";
import { hideFrom } from "#core/initiatives/personal-fields.ts";
import { may } from "#core/staff/access.ts";
import { type Ctx, type Env, staffViewer } from "../context.ts";
import { describe } from "../describe.ts";
import { cursor, readQuery, year } from "../query.ts";
import { openCommendation } from "./record.ts";
import { CommendationCandidatesView } from "./views.ts";

const readAtOnce = 50;

const Query = v.object({
  year,
  cursor,
  from: v.optional(v.picklist(["recognitions", "models"]), "recognitions"),
});

export const commendationCandidates = new Hono<Env>().get(
  "/:id/candidates",
  describe(
    "commendation.read",
    "Lines suggested by recognised initiatives of a year, or by models of residential areas",
    CommendationCandidatesView,
    {
      query: {
        from: "recognitions or models",
        year: "The year of the initiatives; models of any year are shown",
        cursor: "The cursor of the page before",
      },
    },
  ),
  async (c) => {
    const decision = await openCommendation(c, "commendation.read");
    const asked = readQuery(Query, {
      year: c.req.query("year"),
      cursor: c.req.query("cursor"),
      from: c.req.query("from"),
    });
    const find = asked.from === "models" ? findModels : findRecognitions;
    const { found, cursor: next } = await find(c, decision, asked);
    const { store } = c.var.deps;
    const units = await store.directory.units();
    const root = decision.path.at(-1) ?? decision.unit;
    const names = found.map(({ line }) => line.name);
    const awards = await store.commendations.awardsOfAll([root], names, decision.id);
    const listed = new Set(
      [...awards.values()]
        .flat()
        .filter(({ cancelled }) => !cancelled)
        .map(listingOf),
    );
    return c.json<CommendationCandidatesView>({
      candidates: found.map(({ line, unit, title }) => ({
        line,
        unit: { id: unit, name: units.get(unit)?.name ?? unit },
        title,
        listed: listed.has(listingOf(line)),
      })),
      cursor: next,
    });
  },
);

const listingOf = ({ initiative, model, name }: Pick<CommendationLine, "initiative" | "model" | "name">) =>
  `${initiative} ${model} ${foldName(name)}`;

interface Found {
  found: { line: LineForm; unit: string; title: string }[];
  cursor: string | null;
}

interface Asked {
  year: number;
  cursor: string | null;
}

async function findRecognitions(c: Ctx, decision: CommendationDecision, asked: Asked): Promise<Found> {
  const { store } = c.var.deps;
  const root = decision.path.at(-1) ?? decision.unit;
  const page = await store.initiatives.library(root, asked.year, asked.cursor, readAtOnce);
  const records = await store.initiatives.byId(page.items.map(({ id }) => id));
  const found = page.items.flatMap(({ id }) => {
    const initiative = records.get(id);
    if (initiative?.origin !== "application" || !initiative.path.includes(decision.unit)) return [];
    const { unit, application } = initiative;
    const lines = linesFromInitiative(initiative, authorsShown(c, initiative), decision);
    return lines.map((line) => ({ line, unit, title: application.title }));
  });
  return { found, cursor: page.cursor };
}

async function findModels(c: Ctx, decision: CommendationDecision, asked: Asked): Promise<Found> {
  const { path, year: of } = decision;
  const list = { path, below: true, year: of };
  const page = await c.var.deps.store.activities.page("model", list, asked.cursor, readAtOnce);
  const found = page.items
    .filter(({ withdrawn }) => !withdrawn)
    .map((model) => ({ line: lineFromModel(model, decision), unit: model.unit, title: model.name }));
  return { found, cursor: page.cursor };
}

/** Hides birth dates from viewers who may not read personal data. */
function authorsShown(c: Ctx, initiative: Extract<Initiative, { origin: "application" }>) {
  const viewer = staffViewer(c.var.session);
  const { authors } = initiative.application;
  if (may(viewer, "initiative.readPersonal", { units: initiative.path })) return authors;
  return authors.map((author) => hideFrom("readers", author, authorPrivacy));
}
