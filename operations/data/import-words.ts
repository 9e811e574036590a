import type { Job } from "#core/jobs/job.ts";
import { sayFault } from "../../functions/jobs/import/marked-copy.ts";

export function describeErrors(job: Job): string[] {
  const lines = job.errors.map(({ sheet, cell, ...fault }) => `  ${sheet}!${cell}  ${sayFault(fault)}`);
  const more = job.errorCount - job.errors.length;
  return [
    sayFault({ code: job.problem ?? "job.failed" }),
    ...lines,
    ...(more > 0 ? [`  … và ${more} lỗi nữa / and ${more} more`] : []),
  ];
}
