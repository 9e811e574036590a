import { openQueue } from "../store/aws/queue.ts";
import { readSetting } from "../store/settings.ts";
import { createTelemetry } from "../telemetry/telemetry.ts";
import { createTrace } from "../telemetry/tracer.ts";
import { createDispatchHandler } from "./handler.ts";

const telemetry = createTelemetry(createTrace());

export const handler = telemetry.wrap(
  createDispatchHandler({
    queues: {
      notices: openQueue(readSetting("NOTICES_QUEUE")),
      jobs: openQueue(readSetting("JOBS_QUEUE")),
      accounts: openQueue(readSetting("ACCOUNTS_QUEUE")),
    },
    log: telemetry.log,
  }),
);
