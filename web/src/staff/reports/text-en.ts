import type { reportsVi } from "./text-vi.ts";

/** The same in English. */
export const reportsEn: Record<keyof typeof reportsVi, string> = {
  "nav.reports": "Reports",
  "reports.tabs": "Parts of the reports",
  "reports.tab.reports": "Reports",
  "reports.tab.reportRequests": "Requests",
  "reports.tab.reportRuns": "Automatic runs",
  "reports.title": "Annual reports",
};
