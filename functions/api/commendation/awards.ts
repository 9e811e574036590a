import { Hono } from "hono/tiny";
import * as v from "valibot";
import { optionalLine, requiredLine } from "#core/base/text.ts";
import { type AwardSummary, groupAwards, identityOf, sameName } from "#core/commendation/awards.ts";
import type { CommendationDecision } from "#core/commendation/decision.ts";
import { recipientKinds } from "#core/commendation/forms.ts";
import { access, may } from "#core/staff/access.ts";
import { rootsOf } from "#core/units/tree.ts";
import type { Unit } from "#core/units/unit.ts";
import { authoriseStaff } from "../authorise.ts";
import { type Ctx, type Env, staffViewer } from "../context.ts";
import { describe } from "../describe.ts";
import { readQuery } from "../query.ts";
import { findUnit } from "../units/named-unit.ts";
import { answerFor, readableDecisions } from "./record.ts";
import { AwardedPersonView, AwardsView } from "./views.ts";

const name = requiredLine("commendation.name", 200);
const birthYear = v.optional(
  v.pipe(v.string("year.invalid"), v.regex(/^\d{4}$/, "year.invalid"), v.transform(Number)),
);

/** Identifies one recipient, because several may share a name. */
const Recipient = v.pipe(
  v.object({
    name,
    birthYear,
    workplace: v.optional(optionalLine("commendation.workplace", 300)),
    recipientKind: v.optional(v.picklist(recipientKinds, "field.invalid"), "individual"),
  }),
  v.forward(
    v.check(
      ({ birthYear, workplace }) => birthYear !== undefined || workplace !== undefined,
      "query.required",
    ),
    ["workplace"],
  ),
);

export const awards = new Hono<Env>()
  .get(
    "/awards",
    describe(
      "commendation.read",
      "Awards of a person or body over the years, by name; equal names stay apart where birth years differ or are unknown",
      AwardsView,
      { query: { unit: "The unit", name: "The name, with or without marks" } },
    ),
    async (c) => {
      const { roots } = await openTree(c);
      const asked = readQuery(v.object({ name }), { name: c.req.query("name") });
      const found = await readAwards(c, roots, asked.name);
      const groups = groupAwards(found).map((group) => ({
        name: group[0]?.name ?? asked.name,
        birthYear: group[0]?.birthYear ?? null,
        certain: group[0]?.birthYear != null,
        awards: group.toSorted((a, b) => b.of.year - a.of.year),
      }));
      const view: AwardsView = { name: asked.name, groups };
      return c.json(view);
    },
  )
  .get(
    "/awards/personal-data",
    describe(
      "commendation.read",
      "All that is stored about a recipient, for the person who asks",
      AwardedPersonView,
      {
        query: {
          unit: "The unit",
          name: "The exact name",
          birthYear: "Empty where unknown",
          workplace: "Required without a birth year, since another person may have the name",
          recipientKind: "individual where it is left out",
        },
      },
    ),
    async (c) => {
      const tree = await openTree(c);
      const asked = readQuery(Recipient, {
        ...c.req.query(),
        birthYear: c.req.query("birthYear") || undefined,
      });
      return c.json(await viewPerson(c, tree, asked));
    },
  );

interface Tree {
  units: ReadonlyMap<string, Unit>;
  /** Present and earlier roots of the unit. */
  roots: string[];
}

async function openTree(c: Ctx): Promise<Tree> {
  const { unit, reach } = await findUnit(c, c.req.query("unit"));
  authoriseStaff(c, "commendation.read", { units: reach });
  const units = await c.var.deps.store.directory.units();
  return { units, roots: rootsOf(units, unit.id) };
}

function describeDecision(decision: CommendationDecision) {
  const { id, unit, year, issuer, level, line, subject, state, number, signedOn } = decision;
  return { id, unit, year, issuer, level, line, subject, state, number, signedOn };
}

type Award = AwardSummary & { of: ReturnType<typeof describeDecision> };

async function readAwards(c: Ctx, roots: readonly string[], wanted: string): Promise<Award[]> {
  const found = await c.var.deps.store.commendations.awardsOf(roots, wanted);
  const decisions = await readableDecisions(
    c,
    found.map(({ decision }) => decision),
  );
  return found.flatMap((award) => {
    const decision = decisions.get(award.decision);
    return decision ? [{ ...award, of: describeDecision(decision) }] : [];
  });
}

async function viewPerson(
  c: Ctx,
  { units, roots }: Tree,
  asked: v.InferOutput<typeof Recipient>,
): Promise<AwardedPersonView> {
  const year = asked.birthYear ?? null;
  const who = identityOf({ ...asked, birthYear: year, workplace: asked.workplace ?? "" });
  const found = (await readAwards(c, roots, asked.name)).filter((award) => identityOf(award) === who);
  const awards = await Promise.all(
    found.map(async ({ decision, n, of }) => {
      const [line] = await c.var.deps.store.commendations.linesOf(decision, [n]);
      return line ? [{ ...line, of }] : [];
    }),
  );
  const nominations = (await c.var.deps.store.awardRecords.nominationsOf(roots, asked.name)).filter(
    ({ unit, path, name, recipientKind }) =>
      sameName(name) === sameName(asked.name) &&
      recipientKind === asked.recipientKind &&
      may(staffViewer(c.var.session), "commendation.read", { units: answerFor(units, unit, path) }),
  );
  const readers = access["commendation.read"].map(({ role }) => role);
  return {
    name: asked.name,
    birthYear: year,
    awards: awards.flat(),
    nominations: nominations.map(({ kind, path, ...told }) => told),
    readers,
  };
}
