import type { reportRequestsVi } from "./text-vi.ts";

/** The same in English. */
export const reportRequestsEn: Record<keyof typeof reportRequestsVi, string> = {
  "reportRequests.title": "Report requests",
};
