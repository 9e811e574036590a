/** Words of the pages of automatic report runs. */
export const reportRunsVi = {
  "reportRuns.title": "Lập báo cáo tự động",
} as const;
