import { Cron } from "croner";

/** Each morning at 07:00 in Vietnam: the handler knows whose day it is. In the cloud EventBridge Scheduler holds the same. */
const morning = "0 7 * * *";
const timezone = "Asia/Ho_Chi_Minh";

/** Sends the morning's message to `handler`, the one that the cloud's schedule calls. */
export function startSchedule(
  handler: (message: { scheduledAt: string }) => Promise<unknown>,
  log: (message: string, details: Record<string, unknown>) => void,
): { stop(): void } {
  return new Cron(morning, { timezone, protect: true }, async () => {
    await handler({ scheduledAt: new Date().toISOString() }).catch((error) =>
      log("schedule failed", { error: String(error) }),
    );
  });
}
