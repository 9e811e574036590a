import { isUnfinished } from "#core/jobs/job.ts";
import { openWarnings } from "#core/report/life.ts";
import type { ReportView } from "../../../../functions/api/report/views.ts";

export const steps = ["make", "warnings", "texts", "approve", "number", "publish"] as const;
export type Step = (typeof steps)[number];

/** How many warnings nobody has dismissed. */
export const countOpen = ({ record }: Pick<ReportView, "record">): number => openWarnings(record).length;

/** True where the texts were changed after the report was made: it must be made anew to say them. */
export const textsAreNewer = ({ blockers }: Pick<ReportView, "blockers">): boolean =>
  blockers.includes("report.textsChanged");

export const isWorking = ({ job }: Pick<ReportView, "job">): boolean => job !== null && isUnfinished(job);

/** The step that comes next; null for a report that has been published. */
export function nextStep(view: Pick<ReportView, "record" | "blockers">): Step | null {
  const { record } = view;
  if (record.state === "published") return null;
  if (record.state === "approved") return record.made?.issued ? "publish" : "number";
  if (record.made === null) return "make";
  if (countOpen(view) > 0) return "warnings";
  return textsAreNewer(view) ? "texts" : "approve";
}
