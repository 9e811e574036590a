export const benchDecisionId = (year: number, n: number): string =>
  `KHEN${year}${String(n).padStart(14, "0")}`;
