import { owing, remindsOn } from "../core/report-submission.ts";
import { isValidOn } from "../core/unit.ts";
import type { Store } from "../store/store.ts";

/** Which units were reminded now, and which had been on this day already. */
export interface Reminded {
  reminded: string[];
  already: string[];
}

/**
 * Reminds whoever still owes a report, on `day` (YYYY-MM-DD in Vietnam): from three days before one is due until fourteen after. Each unit once
 * a day, however many requests it has and however often this runs: what is written here leads to one mail (jobs/report-reminder.ts).
 */
export async function remindDue(
  { store, clock }: { store: Pick<Store, "reportRequests" | "directory">; clock: () => string },
  day: string,
): Promise<Reminded> {
  const units = await store.directory.units();
  const due = (await store.reportRequests.open()).filter((request) => remindsOn(request, day));
  const owed = new Set<string>();
  for (const { id } of due) {
    const file = await store.reportRequests.read(id);
    for (const unit of file ? owing(file.request, file.submissions) : []) owed.add(unit);
  }
  const result: Reminded = { reminded: [], already: [] };
  for (const id of owed) {
    const unit = units.get(id);
    // Whoever has ended has nobody left to answer.
    if (!unit || !isValidOn(unit, day)) continue;
    const isFirst = await store.reportRequests.remind({ unit: id, day, by: null, at: clock() });
    result[isFirst ? "reminded" : "already"].push(id);
  }
  return result;
}
