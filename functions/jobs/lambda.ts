import { readFaces } from "../documents/faces.ts";
import { openBucket } from "../store/aws/objects.ts";
import { openUploadBucket } from "../store/aws/upload-bucket.ts";
import { createDirectoryStore } from "../store/directory.ts";
import { readSetting } from "../store/settings.ts";
import { createStore } from "../store/store.ts";
import { openTable } from "../store/table.ts";
import { createTelemetry } from "../telemetry/telemetry.ts";
import { createTrace } from "../telemetry/tracer.ts";
import { createCommendationStep } from "./commendation/commendation.ts";
import { createExportStep } from "./export/export.ts";
import { createJobsHandler } from "./handler.ts";
import { importFiles } from "./import/files.ts";
import { createImportStep } from "./import/import.ts";
import { createRelocateStep } from "./relocate.ts";
import { createReportStep } from "./report.ts";
import { createReportHandler } from "./report-making/making.ts";
import { createWorkbookStep } from "./workbook/workbook.ts";

const clock = () => new Date().toISOString();
const table = openTable(readSetting("TABLE_NAME"));
const store = createStore(table, clock);

const bucket = openBucket(readSetting("DOCUMENTS_BUCKET"));
const files = importFiles(store.uploads, openUploadBucket(readSetting("UPLOADS_BUCKET")));
const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));
const wait = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
const faces = readFaces();
const openDirectory = () => createDirectoryStore(table, clock);

const telemetry = createTelemetry(createTrace());

export const handler = telemetry.wrap(
  createJobsHandler({
    jobs: store.jobs,
    steps: {
      workbook: createWorkbookStep({ store, openDirectory, bucket, clock }),
      relocate: createRelocateStep({ store, openDirectory, clock, random, wait }),
      export: createExportStep({ store, bucket, clock }),
      commendation: createCommendationStep({ store, bucket, faces, clock }),
      report: createReportStep({
        reports: createReportHandler({ store, bucket, faces, clock }),
        runs: store.reportRuns,
        staff: store.staff,
        clock,
      }),
      import: createImportStep({ store, openDirectory, bucket, clock, random, ...files }),
    },
    clock,
    log: telemetry.log,
  }),
);
