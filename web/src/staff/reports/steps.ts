import { isUnfinished } from "#core/jobs/job.ts";
import { openWarnings } from "#core/report/lifecycle.ts";
import type { ReportView } from "../../../../functions/api/report/views.ts";

export const steps = ["make", "warnings", "texts", "approve", "number", "publish"] as const;
export type Step = (typeof steps)[number];

export const countOpen = ({ record }: Pick<ReportView, "record">): number => openWarnings(record).length;

/** True if texts have changed since the report was made. */
export const textsAreNewer = ({ blockers }: Pick<ReportView, "blockers">): boolean =>
  blockers.includes("report.textsChanged");

export const isWorking = ({ job }: Pick<ReportView, "job">): boolean => job !== null && isUnfinished(job);

/** Next step of a report; null once published. */
export function nextStep(view: Pick<ReportView, "record" | "blockers">): Step | null {
  const { record } = view;
  if (record.state === "published") return null;
  if (record.state === "approved") return record.made?.issued ? "publish" : "number";
  if (record.made === null) return "make";
  if (countOpen(view) > 0) return "warnings";
  return textsAreNewer(view) ? "texts" : "approve";
}
