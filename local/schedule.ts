import { Cron } from "croner";

/** Late December, when the councils have met: 07:00 on the 25th in Vietnam. In the cloud EventBridge Scheduler holds the same. */
const yearEnd = "0 7 25 12 *";
const timezone = "Asia/Ho_Chi_Minh";

/** Sends the year-end message to `handler`, the one that the cloud's schedule calls. */
export function startSchedule(
  handler: (message: { scheduledAt: string }) => Promise<unknown>,
  log: (message: string, details: Record<string, unknown>) => void,
): { stop(): void } {
  return new Cron(yearEnd, { timezone, protect: true }, async () => {
    await handler({ scheduledAt: new Date().toISOString() }).catch((error) =>
      log("scheduled reports failed", { error: String(error) }),
    );
  });
}
