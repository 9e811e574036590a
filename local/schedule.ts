import { Cron } from "croner";
import type { Store } from "../functions/store/store.ts";

/** Late December, when the councils have met: 07:00 on the 25th in Vietnam. In the cloud EventBridge Scheduler holds the same. */
const yearEnd = "0 7 25 12 *";
const timezone = "Asia/Ho_Chi_Minh";

/** Calls `report` at the end of each year for every unit that runs a campaign in it. */
export function startSchedule(
  store: Store,
  report: (unit: string, year: number) => Promise<unknown>,
  log: (message: string, details: Record<string, unknown>) => void,
): { stop(): void } {
  const cron = new Cron(yearEnd, { timezone, protect: true }, async () => {
    const year = Number(new Date().toLocaleDateString("en-CA", { timeZone: timezone, year: "numeric" }));
    const campaigns = (await store.directory.campaigns()).filter((campaign) => campaign.year === year);
    for (const unit of new Set(campaigns.map((campaign) => campaign.unit))) {
      await report(unit, year).catch((error) =>
        log("scheduled report failed", { unit, year, error: String(error) }),
      );
    }
  });
  return { stop: () => cron.stop() };
}
