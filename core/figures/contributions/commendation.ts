import type { CommendationDecision } from "#core/commendation/decision.ts";
import type { Contribution, Count } from "../contribution.ts";

/** Counts issued decisions only. */
export function countCommendation({ path, state, year, level, sums }: CommendationDecision): Contribution {
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
  return { units: path, counts };
}
