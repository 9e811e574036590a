import { type Period, yearsOf } from "#core/base/period.ts";
import type { CommendationSummary } from "#core/commendation/decision.ts";
import { countLines } from "#core/commendation/sums.ts";
import type { AnnexDecision } from "#core/report/annex-model.ts";
import { isOfPeriod } from "#core/report/commendation-annexes.ts";
import type { Store } from "../../store/store.ts";
import { pathIn, type YearTree } from "./load-trees.ts";

const unitsAtOnce = 20;
/** Longer decisions are counted without names of collectives. */
const mostLines = 300;

export async function loadDecisions(
  store: Pick<Store, "commendations">,
  unit: string,
  period: Period,
  trees: YearTree[],
): Promise<AnnexDecision[]> {
  const found = new Map<string, CommendationSummary>();
  for (const tree of trees.filter(({ year }) => yearsOf(period).includes(year))) {
    const places = [...new Set([unit, ...tree.atEnd.keys()])].filter(
      (id) => tree.atEnd.get(id)?.level !== "residentialArea" && pathIn(tree, id).includes(unit),
    );
    for (let at = 0; at < places.length; at += unitsAtOnce) {
      const together = places.slice(at, at + unitsAtOnce);
      const listed = await Promise.all(together.map((id) => store.commendations.ofUnit(id, null)));
      for (const summary of listed.flat())
        if (summary.state === "issued" && isOfPeriod(summary, period)) found.set(summary.id, summary);
    }
  }
  const decisions: AnnexDecision[] = [];
  for (const summary of found.values()) decisions.push(await describeDecision(store, summary));
  return decisions;
}

/** Names only collectives and residential areas; people are counted. */
async function describeDecision(
  store: Pick<Store, "commendations">,
  { id, year, issuer, level, subject, number, signedOn, sums }: CommendationSummary,
): Promise<AnnexDecision> {
  const isNamed = ({ recipientKind }: { recipientKind: string }) =>
    recipientKind === "collective" || recipientKind === "residentialArea";
  const bodies: string[] = [];
  if (sums.some(isNamed) && countLines(sums) <= mostLines)
    for await (const line of store.commendations.lines(id))
      if (isNamed(line) && line.cancellation === null) bodies.push(line.name);
  return {
    ...{ id, year, issuer, level, subject, bodies },
    number: number ?? "",
    signedOn: signedOn ?? "",
    awards: sums.map(({ form, recipientKind, count }) => ({ form, recipientKind, count })),
  };
}
