import { openBucket } from "../store/objects.ts";
import { readSetting } from "../store/settings.ts";
import { createStore } from "../store/store.ts";
import { openTable } from "../store/table.ts";
import { createExportStep } from "./work/export.ts";
import { createWorkHandler } from "./work-handler.ts";

const clock = () => new Date().toISOString();
const store = createStore(openTable(readSetting("TABLE_NAME")), clock);

const bucket = openBucket(readSetting("DOCUMENTS_BUCKET"));

export const handler = createWorkHandler({
  jobs: store.jobs,
  steps: { export: createExportStep({ store, bucket, clock }) },
  clock,
  log: (message, details) => console.error(JSON.stringify({ message, ...details })),
});
