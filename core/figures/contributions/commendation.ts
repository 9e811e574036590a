import type { CommendationDecision } from "#core/commendation/decision.ts";
import { countLines, totalMoney } from "#core/commendation/sums.ts";
import type { Contribution, Count } from "../contribution.ts";

/**
 * Counts issued decisions only. `commendations` is for dashboards: decisions, awards, recipients by kind, money in đồng,
 * awards without an amount.
 */
export function countCommendation(decision: CommendationDecision): Contribution {
  const { path, state, year, level, sums } = decision;
  if (state !== "issued") return { units: path, counts: [] };
  const counts = sums.map(
    ({ form, recipientKind, count }): Count => ({
      year,
      key: `commendation.${level}.${form}.${recipientKind}`,
      dimension: "",
      value: count,
    }),
  );
  for (const body of ["front", "memberOrganisations"] as const) {
    const value = sums.reduce((sum, row) => sum + row[body], 0);
    if (value > 0) counts.push({ year, key: `commended.${body}`, dimension: "", value });
  }
  return { units: path, counts: [...counts, ...countTotals(decision)] };
}

function countTotals({ year, line, level, signedOn, sums }: CommendationDecision): Count[] {
  const { amount, without } = totalMoney(sums, { line, level, on: signedOn });
  const recipients = Map.groupBy(sums, ({ recipientKind }) => recipientKind);
  const totals = {
    "total:decisions": 1,
    "total:awards": countLines(sums),
    "total:money": amount,
    "total:withoutMoney": without,
    ...Object.fromEntries(
      [...recipients].map(([kind, rows]) => [`recipient:${kind}`, countLines(rows)] as const),
    ),
  };
  return Object.entries(totals)
    .filter(([, value]) => value > 0)
    .map(([dimension, value]) => ({ year, key: "commendations", dimension, value }));
}
