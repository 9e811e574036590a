import { dayOf } from "#core/base/calendar.ts";
import { advanceJob } from "#core/jobs/job.ts";
import { writeWorkbook } from "../../documents/spreadsheet/workbook-writer.ts";
import type { Bucket } from "../../store/aws/objects.ts";
import type { Store } from "../../store/store.ts";
import type { JobStep } from "../handler.ts";
import { readImportContext } from "../import/apply.ts";
import { bundleUnit } from "./bundle.ts";
import { templateFor } from "./template.ts";

interface WorkbookDeps {
  store: Store;
  openDirectory: () => Store["directory"];
  bucket: Pick<Bucket, "putStream">;
  clock: () => string;
}

const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const names = { template: "mau-nhap", all: "du-lieu" } as const;

export function createWorkbookStep({ store, openDirectory, bucket, clock }: WorkbookDeps): JobStep {
  return async (job) => {
    const content = job.parameters.content === "all" ? "all" : "template";
    const context = await readImportContext(openDirectory());
    const today = dayOf(job.requestedAt);
    const sheets =
      content === "all"
        ? bundleUnit(store, context, job.unit)
        : templateFor(context, job.unit, job.role, today);
    const result = `jobs/${job.id}/${names[content]}_${job.unit}_${today}.xlsx`;
    await bucket.putStream(result, writeWorkbook(sheets), xlsx);
    return advanceJob(job, { state: "done", result }, clock());
  };
}
