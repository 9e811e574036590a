import { readFaces } from "../documents/faces.ts";
import { openMail } from "../store/mail.ts";
import { openBucket } from "../store/objects.ts";
import { readSetting } from "../store/settings.ts";
import { createStore } from "../store/store.ts";
import { openTable } from "../store/table.ts";
import { openUploadBucket } from "../store/upload-bucket.ts";
import { createTelemetry } from "../telemetry/telemetry.ts";
import { createTrace } from "../telemetry/tracer.ts";
import { createReceiptsHandler } from "./receipts-handler.ts";

const clock = () => new Date().toISOString();

const telemetry = createTelemetry(createTrace());

export const handler = telemetry.wrap(
  createReceiptsHandler({
    store: createStore(openTable(readSetting("TABLE_NAME")), clock),
    bucket: openBucket(readSetting("DOCUMENTS_BUCKET")),
    uploads: openUploadBucket(readSetting("UPLOADS_BUCKET")),
    mail: openMail(readSetting("MAIL_SENDER")),
    faces: readFaces(),
    origin: readSetting("PUBLIC_ORIGIN"),
    clock,
    random: (count) => crypto.getRandomValues(new Uint8Array(count)),
    log: telemetry.log,
    measure: telemetry.measure,
  }),
);
