import { Cron } from "croner";

/** Each morning and each night in Vietnam, and every ten minutes: the handlers know what is due. In the cloud EventBridge Scheduler holds the same. */
const times = { morning: "0 7 * * *", night: "30 1 * * *", letters: "*/10 * * * *" } as const;
const timezone = "Asia/Ho_Chi_Minh";

/** Sends the message of a time of day to `handler`, the one that the cloud's schedule calls. */
export function startSchedule(
  time: keyof typeof times,
  handler: (message: { scheduledAt: string }) => Promise<unknown>,
  log: (message: string, details: Record<string, unknown>) => void,
): { stop(): void } {
  return new Cron(times[time], { timezone, protect: true }, async () => {
    await handler({ scheduledAt: new Date().toISOString() }).catch((error) =>
      log("schedule failed", { error: String(error) }),
    );
  });
}
