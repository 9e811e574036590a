import { openHeadsBucket } from "../store/aws/heads-bucket.ts";
import { readSetting } from "../store/settings.ts";
import { createStore } from "../store/store.ts";
import { openTable } from "../store/table.ts";
import { createTelemetry } from "../telemetry/telemetry.ts";
import { createTrace } from "../telemetry/tracer.ts";
import { createHeadsHandler } from "./handler.ts";

const clock = () => new Date().toISOString();
const telemetry = createTelemetry(createTrace());

/** Called by EventBridge Scheduler each night with `{ scheduledAt }`. */
export const handler = telemetry.wrap(
  createHeadsHandler({
    store: createStore(openTable(readSetting("TABLE_NAME")), clock),
    bucket: openHeadsBucket(readSetting("HEADS_BUCKET")),
    clock,
    log: telemetry.log,
    measure: telemetry.measure,
  }),
);
