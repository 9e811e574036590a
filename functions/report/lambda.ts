import { readFaces } from "../documents/faces.ts";
import { openBucket } from "../store/objects.ts";
import { readSetting } from "../store/settings.ts";
import { createStore } from "../store/store.ts";
import { openTable } from "../store/table.ts";
import { createReportHandler } from "./handler.ts";
import { createScheduleHandler } from "./schedule.ts";

const store = createStore(openTable(readSetting("TABLE_NAME")), () => new Date().toISOString());
const bucket = openBucket(readSetting("DOCUMENTS_BUCKET"));

/** Called by EventBridge Scheduler with `{ scheduledAt }`, or for one unit with `{ unit, from, to }` or `{ unit, year }`. */
export const handler = createScheduleHandler(
  store,
  createReportHandler({ store, bucket, faces: readFaces() }),
);
