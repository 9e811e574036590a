import { dayOf } from "#core/base/calendar.ts";
import { countsAs } from "#core/initiatives/dossier-count.ts";
import type { Initiative } from "#core/initiatives/initiative.ts";
import { currentRecognitions } from "#core/initiatives/recognition.ts";

/**
 * Counts that one version of an initiative adds to each unit on its path. Stored, so that the next version adds
 * only the difference.
 */
export interface Contribution {
  year: number;
  units: string[];
  counts: Record<string, number>;
}

export interface FigureChange {
  unit: string;
  year: number;
  key: string;
  dimension: string;
  by: number;
}

/** Day passed for counts that do not depend on the day. Overdue dossiers do, so they are summed at reading. */
const never = "";

/** `registered`: not withdrawn; `recognised`: counted once for all levels; `open#due:…`: open dossier by due day. */
export function contributionOf(initiative: Initiative): Contribution {
  const counts: Record<string, number> = {};
  const count = (key: string, ...dimensions: string[]) => {
    counts[key] = 1;
    for (const dimension of dimensions) counts[`${key}#${dimension}`] = 1;
  };
  const dimensions = [`system:${initiative.system}`];
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
  counts[`state#state:${initiative.state}`] = 1;
  if (dueOn !== null) counts[`open#due:${dueOn}`] = 1;
  return { year: initiative.year, units: initiative.path, counts };
}

export function diffContributions(before: Contribution | null, after: Contribution | null): FigureChange[] {
  const changes = new Map<string, FigureChange>();
  const add = (contribution: Contribution | null, sign: 1 | -1) => {
    if (!contribution) return;
    for (const unit of contribution.units)
      for (const [row, value] of Object.entries(contribution.counts)) {
        const [key = "", dimension = ""] = row.split("#");
        const id = `${unit}|${contribution.year}|${row}`;
        const change = changes.get(id) ?? { unit, year: contribution.year, key, dimension, by: 0 };
        changes.set(id, { ...change, by: change.by + sign * value });
      }
  };
  add(before, -1);
  add(after, 1);
  return [...changes.values()].filter(({ by }) => by !== 0);
}
