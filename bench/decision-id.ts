/** Id of the nth commendation decision of a year in the benchmark of the annual report. */
export const benchDecisionId = (year: number, n: number): string =>
  `KHEN${year}${String(n).padStart(14, "0")}`;
