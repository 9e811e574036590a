import { Hono } from "hono/tiny";
import * as v from "valibot";
import { optionalLine, requiredLine } from "#core/base/text.ts";
import { type AwardSummary, groupAwards, identityOf } from "#core/commendation/awards.ts";
import type { CommendationDecision } from "#core/commendation/decision.ts";
import { recipientKinds } from "#core/commendation/forms.ts";
import { access } from "#core/staff/access.ts";
import { authoriseStaff } from "../authorise.ts";
import type { Ctx, Env } from "../context.ts";
import { describe } from "../describe.ts";
import { readQuery } from "../query.ts";
import { findUnit } from "../units/named-unit.ts";
import { readableDecisions } from "./record.ts";
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
      const root = await openRoot(c);
      const asked = readQuery(v.object({ name }), { name: c.req.query("name") });
      const found = await readAwards(c, root, asked.name);
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
      const root = await openRoot(c);
      const asked = readQuery(Recipient, {
        ...c.req.query(),
        birthYear: c.req.query("birthYear") || undefined,
      });
      return c.json(await viewPerson(c, root, asked));
    },
  );

/** Checks access and returns the root unit. */
async function openRoot(c: Ctx): Promise<string> {
  const { unit, path, reach } = await findUnit(c, c.req.query("unit"));
  authoriseStaff(c, "commendation.read", { units: reach });
  return path.at(-1) ?? unit.id;
}

function describeDecision(decision: CommendationDecision) {
  const { id, unit, year, issuer, level, line, subject, state, number, signedOn } = decision;
  return { id, unit, year, issuer, level, line, subject, state, number, signedOn };
}

type Award = AwardSummary & { of: ReturnType<typeof describeDecision> };

async function readAwards(c: Ctx, root: string, wanted: string): Promise<Award[]> {
  const found = await c.var.deps.store.commendations.awardsOf(root, wanted);
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
  root: string,
  asked: v.InferOutput<typeof Recipient>,
): Promise<AwardedPersonView> {
  const year = asked.birthYear ?? null;
  const who = identityOf({ ...asked, birthYear: year, workplace: asked.workplace ?? "" });
  const found = (await readAwards(c, root, asked.name)).filter((award) => identityOf(award) === who);
  const awards = await Promise.all(
    found.map(async ({ decision, n, of }) => {
      const [line] = await c.var.deps.store.commendations.linesOf(decision, [n]);
      return line ? [{ ...line, of }] : [];
    }),
  );
  const readers = access["commendation.read"].map(({ role }) => role);
  return { name: asked.name, birthYear: year, awards: awards.flat(), readers };
}
