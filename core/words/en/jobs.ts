import type { jobMessagesVi } from "#core/words/vi/jobs.ts";

export const jobMessagesEn: Readonly<Record<keyof typeof jobMessagesVi, string>> = {
  "job.id.invalid": "The job's id is not valid.",
  "job.kind.invalid": "There is no such kind of job.",
  "job.failed":
    "The system met a fault and stopped after several tries. Try again later, or tell whoever runs it.",
  "export.list.invalid": "There is no such list to export. Load the page again and choose anew.",
  "export.format.invalid": "Choose XLSX or CSV.",
};
