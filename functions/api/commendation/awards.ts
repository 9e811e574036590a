import { Hono } from "hono/tiny";
import * as v from "valibot";
import { requiredLine } from "#core/base/text.ts";
import { groupAwards } from "#core/commendation/awards.ts";
import { may } from "#core/staff/access.ts";
import { authoriseStaff } from "../authorise.ts";
import { type Ctx, type Env, staffViewer } from "../context.ts";
import { describe } from "../describe.ts";
import { readQuery } from "../query.ts";
import { findUnit } from "../units/named-unit.ts";
import { answerFor } from "./record.ts";
import { AwardsView } from "./views.ts";

export const awards = new Hono<Env>().get(
  "/awards",
  describe(
    "commendation.read",
    "Awards of a person or body over the years, by name; equal names stay apart where birth years differ or are unknown",
    { query: { unit: "The unit", name: "The name, with or without marks" }, answers: { 200: AwardsView } },
  ),
  async (c) => {
    const { unit, path, reach } = await findUnit(c, c.req.query("unit"));
    authoriseStaff(c, "commendation.read", { units: reach });
    const asked = readQuery(v.object({ name: requiredLine("commendation.name", 200) }), {
      name: c.req.query("name"),
    });
    return c.json(await viewAwards(c, path.at(-1) ?? unit.id, asked.name));
  },
);

/** Awards of decisions that the viewer may read. */
async function viewAwards(c: Ctx, root: string, name: string): Promise<AwardsView> {
  const { store } = c.var.deps;
  const units = await store.directory.units();
  const found = await store.commendations.awardsOf(root, name);
  const decisions = await store.commendations.byId(found.map(({ decision }) => decision));
  const readable = found.flatMap((award) => {
    const decision = decisions.get(award.decision);
    if (!decision) return [];
    const { id, unit, year, issuer, level, line, subject, state, number, signedOn, path } = decision;
    const reads = may(staffViewer(c.var.session), "commendation.read", {
      units: answerFor(units, unit, path),
    });
    const of = { id, unit, year, issuer, level, line, subject, state, number, signedOn };
    return reads ? [{ ...award, of }] : [];
  });
  const groups = groupAwards(readable).map((group) => ({
    name: group[0]?.name ?? name,
    birthYear: group[0]?.birthYear ?? null,
    certain: group[0]?.birthYear != null,
    awards: group.toSorted((a, b) => b.of.year - a.of.year),
  }));
  return { name, groups };
}
