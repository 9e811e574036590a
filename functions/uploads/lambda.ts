import { openUploadBucket } from "../store/aws/upload-bucket.ts";
import { readSetting } from "../store/settings.ts";
import { createStore } from "../store/store.ts";
import { openTable } from "../store/table.ts";
import { createTelemetry } from "../telemetry/telemetry.ts";
import { createTrace } from "../telemetry/tracer.ts";
import { createUploadHandler } from "./handler.ts";

const { uploads } = createStore(openTable(readSetting("TABLE_NAME")), () => new Date().toISOString());

const telemetry = createTelemetry(createTrace());

export const handler = telemetry.wrap(
  createUploadHandler({
    uploads,
    bucket: openUploadBucket(readSetting("UPLOADS_BUCKET")),
    log: telemetry.log,
  }),
);
