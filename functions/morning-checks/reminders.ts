import { isReminderDay, responsibleFor, unitsWithoutReport } from "#core/report/submission.ts";
import { isValidOn } from "#core/units/unit.ts";
import type { Reminded } from "../store/report-requests.ts";
import type { Store } from "../store/store.ts";

/** Writes one reminder per unit for `day` (YYYY-MM-DD in Vietnam). */
export async function remindDue(
  { store, clock }: { store: Pick<Store, "reportRequests" | "directory" | "staff">; clock: () => string },
  day: string,
): Promise<Reminded> {
  const units = await store.directory.units();
  const due = (await store.reportRequests.open()).filter((request) => isReminderDay(request, day));
  const owed = new Set<string>();
  for (const { id } of due) {
    const file = await store.reportRequests.read(id);
    for (const unit of file ? unitsWithoutReport(file.request, file.submissions) : []) owed.add(unit);
  }
  const staff = await store.staff.all();
  const reached = [...owed].filter((id) => {
    const unit = units.get(id);
    return unit !== undefined && isValidOn(unit, day) && responsibleFor(staff, id).length > 0;
  });
  return store.reportRequests.remind(reached, { day, by: null, at: clock() });
}
