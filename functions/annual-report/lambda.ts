import { readSetting } from "../store/settings.ts";
import { createStore } from "../store/store.ts";
import { openTable } from "../store/table.ts";
import { createTelemetry } from "../telemetry/telemetry.ts";
import { createTrace } from "../telemetry/tracer.ts";
import { createAnnualReportHandler } from "./handler.ts";

const telemetry = createTelemetry(createTrace());
const clock = () => new Date().toISOString();

/** Called by EventBridge Scheduler each morning with `{ scheduledAt }`. */
export const handler = telemetry.wrap(
  createAnnualReportHandler({
    store: createStore(openTable(readSetting("TABLE_NAME")), clock),
    clock,
    measure: telemetry.measure,
  }),
);
