import type { DynamoDBStreamEvent } from "aws-lambda";
import { toBase64Url } from "#core/base/ids.ts";
import { readFaces } from "../documents/faces.ts";
import { openMail } from "../store/aws/mail.ts";
import { openBucket } from "../store/aws/objects.ts";
import { openUploadBucket } from "../store/aws/upload-bucket.ts";
import { accountsElsewhere, openUserPool } from "../store/aws/user-pool.ts";
import { findSetting, readSetting } from "../store/settings.ts";
import { createStore } from "../store/store.ts";
import { openTable } from "../store/table.ts";
import { createTelemetry } from "../telemetry/telemetry.ts";
import { createTrace } from "../telemetry/tracer.ts";
import { createReceiptsHandler } from "./handler.ts";
import { sendSummaries } from "./letter-summary.ts";

const clock = () => new Date().toISOString();

const telemetry = createTelemetry(createTrace());
const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));
const pool = findSetting("USER_POOL_ID");
/** With each kind of character that the pool asks for. */
const drawPassword = () => `Aa1-${toBase64Url(random(32))}`;

const deps = {
  store: createStore(openTable(readSetting("TABLE_NAME")), clock),
  bucket: openBucket(readSetting("DOCUMENTS_BUCKET")),
  uploads: openUploadBucket(readSetting("UPLOADS_BUCKET")),
  mail: openMail(readSetting("MAIL_SENDER")),
  accounts: pool ? openUserPool(pool, drawPassword) : accountsElsewhere,
  faces: readFaces(),
  origin: readSetting("PUBLIC_ORIGIN"),
  clock,
  random,
  log: telemetry.log,
  measure: telemetry.measure,
};
const handleBatch = createReceiptsHandler(deps);

/** Called with batches of the table's stream, and by EventBridge Scheduler every ten minutes for what was held back. */
export const handler = telemetry.wrap(async (event: DynamoDBStreamEvent | { scheduledAt: string }) =>
  "Records" in event ? handleBatch(event) : sendSummaries(deps),
);
