import type { SQSEvent } from "aws-lambda";
import { readFaces } from "../documents/faces.ts";
import { openMail } from "../store/aws/mail.ts";
import { openBucket } from "../store/aws/objects.ts";
import { openUploadBucket } from "../store/aws/upload-bucket.ts";
import { readSetting } from "../store/settings.ts";
import { createStore } from "../store/store.ts";
import { openTable } from "../store/table.ts";
import { createTelemetry } from "../telemetry/telemetry.ts";
import { createTrace } from "../telemetry/tracer.ts";
import { createNoticesHandler } from "./handler.ts";
import { sendSummaries } from "./letter-summary.ts";

const clock = () => new Date().toISOString();

const telemetry = createTelemetry(createTrace());
const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));

const deps = {
  store: createStore(openTable(readSetting("TABLE_NAME")), clock),
  bucket: openBucket(readSetting("DOCUMENTS_BUCKET")),
  uploads: openUploadBucket(readSetting("UPLOADS_BUCKET")),
  mail: openMail(readSetting("MAIL_SENDER")),
  faces: readFaces(),
  origin: readSetting("PUBLIC_ORIGIN"),
  clock,
  random,
  log: telemetry.log,
  measure: telemetry.measure,
};
const handleBatch = createNoticesHandler(deps);

/** Called with queue messages, and every ten minutes by EventBridge Scheduler to send held letters. */
export const handler = telemetry.wrap(async (event: SQSEvent | { scheduledAt: string }) =>
  "Records" in event ? handleBatch(event) : sendSummaries(deps),
);
