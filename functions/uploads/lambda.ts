import { readSetting } from "../store/settings.ts";
import { createStore } from "../store/store.ts";
import { openTable } from "../store/table.ts";
import { openUploadBucket } from "../store/upload-bucket.ts";
import { createTelemetry } from "../telemetry/telemetry.ts";
import { createTrace } from "../telemetry/tracer.ts";
import { createUploadHandler } from "./handler.ts";

const { uploads } = createStore(openTable(readSetting("TABLE_NAME")), () => new Date().toISOString());

/** Called by EventBridge when a scanner has tagged an upload. */
export const handler = createTelemetry(createTrace()).wrap(
  createUploadHandler({ uploads, bucket: openUploadBucket(readSetting("UPLOADS_BUCKET")) }),
);
