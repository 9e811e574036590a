import type { Job } from "#core/jobs/job.ts";
import { describeRowFault } from "../../functions/jobs/import/marked-copy.ts";

export function describeErrors(job: Job): string[] {
  const lines = job.errors.map(
    ({ sheet, cell, ...fault }) => `  ${sheet}!${cell}  ${describeRowFault(fault)}`,
  );
  const more = job.errorCount - job.errors.length;
  return [
    describeRowFault({ code: job.problem ?? "job.failed" }),
    ...lines,
    ...(more > 0 ? [`  … và ${more} lỗi nữa / and ${more} more`] : []),
  ];
}
