import { dayOf } from "#core/base/calendar.ts";
import { countsAs } from "#core/initiatives/dossier-count.ts";
import type { Initiative } from "#core/initiatives/initiative.ts";
import { currentRecognitions } from "#core/initiatives/recognition.ts";
import type { Contribution, Count } from "../contribution.ts";

/** Day passed for counts that do not depend on the day. Overdue dossiers do, so they are summed at reading. */
const never = "";

/** `registered`: not withdrawn; `recognised`: counted once for all levels; `open#due:…`: open dossier by due day. */
export function countInitiative(initiative: Initiative): Contribution {
  const counts: Count[] = [];
  const count = (key: string, ...dimensions: string[]) => {
    for (const dimension of new Set(dimensions))
      counts.push({ year: initiative.year, key, dimension, value: 1 });
  };
  const dimensions = ["", `system:${initiative.system}`];
  if (initiative.origin === "application") dimensions.push(`field:${initiative.application.field}`);
  const dueOn = initiative.origin === "application" ? initiative.dueOn : null;
  const counted = { ...initiative, dueOn };
  if (countsAs(counted, "registered", never)) {
    const month =
      initiative.origin === "application" ? [`month:${dayOf(initiative.receivedAt).slice(0, 7)}`] : [];
    count("registered", ...dimensions, ...month);
  }
  const levels = currentRecognitions(initiative.recognitions).map(({ level }) => `level:${level}`);
  if (countsAs(counted, "recognised", never)) count("recognised", ...dimensions, ...levels);
  count("state", `state:${initiative.state}`);
  if (dueOn !== null) count("open", `due:${dueOn}`);
  return { units: initiative.path, counts };
}
