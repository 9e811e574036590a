import { addDays, dayOf } from "#core/base/calendar.ts";
import { createHeadsHandler } from "../../functions/history-heads/handler.ts";
import type { HeadsBucket } from "../../functions/store/aws/heads-bucket.ts";
import type { Store } from "../../functions/store/store.ts";
import { startSchedule } from "./schedule.ts";

interface NightlyHeadsSettings {
  store: Store;
  bucket: HeadsBucket;
  clock: () => string;
  log: (message: string, details: Record<string, unknown>) => void;
}

const stopTimeoutMilliseconds = 1_000;

/** Also writes files for nights when the machine was off. */
export function startNightlyHeads({ store, bucket, clock, log }: NightlyHeadsSettings): {
  stop(): Promise<void>;
} {
  const recordHeads = createHeadsHandler({ store, bucket, clock, log, measure: () => {} });
  const catchUp = async () => {
    const now = clock();
    const ended = addDays(dayOf(now), -1);
    const last = (await bucket.days()).at(-1);
    // A new system has no heads to record.
    if (last === undefined ? (await store.heads.ofDay(ended)).length > 0 : last < ended)
      await recordHeads({ scheduledAt: now });
  };
  let stopping = false;
  const caughtUp = catchUp().catch((error) => {
    if (!stopping) log("nights not made up for", { error: String(error) });
  });
  const schedule = startSchedule("night", recordHeads, log);
  return {
    async stop() {
      stopping = true;
      schedule.stop();
      await Promise.race([
        caughtUp,
        new Promise((resolve) => setTimeout(resolve, stopTimeoutMilliseconds).unref()),
      ]);
    },
  };
}
