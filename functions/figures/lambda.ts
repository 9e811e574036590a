import { readSetting } from "../store/settings.ts";
import { createStore } from "../store/store.ts";
import { openTable } from "../store/table.ts";
import { createTelemetry } from "../telemetry/telemetry.ts";
import { createTrace } from "../telemetry/tracer.ts";
import { createFiguresHandler } from "./handler.ts";

const clock = () => new Date().toISOString();
const store = createStore(openTable(readSetting("TABLE_NAME")), clock);

const telemetry = createTelemetry(createTrace());

export const handler = telemetry.wrap(
  createFiguresHandler({
    store,
    clock,
    log: telemetry.log,
  }),
);
