import type { reportRunsVi } from "./text-vi.ts";

/** The same in English. */
export const reportRunsEn: Record<keyof typeof reportRunsVi, string> = {
  "reportRuns.title": "Automatic report runs",
};
