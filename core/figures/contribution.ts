import { dayOf } from "#core/base/calendar.ts";
import { countsAs } from "#core/initiatives/dossier-count.ts";
import type { Initiative } from "#core/initiatives/initiative.ts";
import { currentRecognitions } from "#core/initiatives/recognition.ts";

/**
 * What one version of an initiative adds to the figures of each unit on its path: rows `key` or `key#dimension`, each a count.
 * Kept beside the version last counted, so that the next version adds only the difference.
 */
export interface Contribution {
  year: number;
  units: string[];
  counts: Record<string, number>;
}

/** One count of one unit: where it stands and how much is added to it. */
export interface FigureChange {
  unit: string;
  year: number;
  key: string;
  dimension: string;
  by: number;
}

/** What is overdue changes with the day, so it is no figure: it is summed when read. */
const never = "";

/**
 * Counts one initiative. `registered`: once, unless withdrawn. `recognised`: once while any recognition stands, whatever its levels.
 * `state#…`: where it stands. `open#due:…`: an open dossier under the day it is due, from which "overdue" is summed when read.
 */
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

/** What turns the figures that hold `before` into figures that hold `after`: the non-zero differences, a row each. */
export function diffContributions(before: Contribution | null, after: Contribution | null): FigureChange[] {
  const changes = new Map<string, FigureChange>();
  const add = (contribution: Contribution | null, sign: 1 | -1) => {
    if (!contribution) return;
    for (const unit of contribution.units)
      for (const [row, value] of Object.entries(contribution.counts)) {
        const [key = "", dimension = ""] = row.split("#");
        const place = `${unit}|${contribution.year}|${row}`;
        const change = changes.get(place) ?? { unit, year: contribution.year, key, dimension, by: 0 };
        changes.set(place, { ...change, by: change.by + sign * value });
      }
  };
  add(before, -1);
  add(after, 1);
  return [...changes.values()].filter(({ by }) => by !== 0);
}
