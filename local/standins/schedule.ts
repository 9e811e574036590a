import { Cron } from "croner";

/** Same times as in infra. */
const times = { morning: "0 7 * * *", night: "30 1 * * *", letters: "*/10 * * * *" } as const;
const timezone = "Asia/Ho_Chi_Minh";

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
