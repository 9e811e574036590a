import { openBucket } from "../store/objects.ts";
import { readSetting } from "../store/settings.ts";
import { createStore } from "../store/store.ts";
import { openTable } from "../store/table.ts";
import { createReportHandler } from "./handler.ts";

/** Called by EventBridge Scheduler with `{ unit, from, to }` or `{ unit, year }`. */
export const handler = createReportHandler({
  store: createStore(openTable(readSetting("TABLE_NAME")), () => new Date().toISOString()),
  bucket: openBucket(readSetting("DOCUMENTS_BUCKET")),
});
