import * as v from "valibot";
import { addDays, daysBetween } from "#core/base/calendar.ts";
import { hashSecret } from "#core/base/canonical.ts";
import { type OpenedEvent, verifyHistory } from "./history.ts";
import type { Initiative } from "./initiative.ts";

export interface Head {
  id: string;
  n: number;
  hash: string;
}

export function headOf(initiative: Initiative): Head | null {
  if (initiative.origin === "document") return null;
  const { n, hash } = initiative.last ?? initiative.first;
  return { id: initiative.id, n, hash };
}

const Day = v.pipe(v.string(), v.isoDate());
const Line = v.strictTuple([v.string(), v.pipe(v.number(), v.integer(), v.minValue(1)), v.string()]);

const DayFile = v.strictObject({ day: Day, previous: v.nullable(v.string()), heads: v.array(Line) });

export interface HeadsDay {
  day: string;
  previous: string | null;
  heads: Head[];
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Sorts the lines, so that equal heads give equal text. */
export function writeHeadsDay({ day, previous, heads }: HeadsDay): string {
  const lines = heads
    .toSorted((a, b) => compare(a.id, b.id) || a.n - b.n || compare(a.hash, b.hash))
    .map(({ id, n, hash }) => JSON.stringify([id, n, hash]));
  const head = `{"day":${JSON.stringify(day)},"previous":${JSON.stringify(previous)},"heads":[`;
  return `${head}${[...new Set(lines)].map((line) => `\n${line}`).join(",")}\n]}\n`;
}

export function readHeadsDay(text: string): HeadsDay {
  const { heads, ...rest } = v.parse(DayFile, JSON.parse(text));
  return { ...rest, heads: heads.map(([id, n, hash]) => ({ id, n, hash })) };
}

export const hashHeadsDay = (text: string): string => hashSecret(text);

export type DayFault = "day" | "previous";

export function checkHeadsDay(day: string, text: string, before: string | null): DayFault[] {
  const faults: DayFault[] = [];
  const file = readHeadsDay(text);
  if (file.day !== day) faults.push("day");
  if (file.previous !== (before === null ? null : hashHeadsDay(before))) faults.push("previous");
  return faults;
}

/**
 * `gone`: the record is missing. `missing`: the history ends before the recorded head. `differs`: the event has
 * another hash. `chain`: the chain is broken at event `n`.
 */
export interface HeadFault {
  id: string;
  n: number;
  fault: "gone" | "missing" | "differs" | "chain";
}

/** `history` is null for a missing record. Erased openings are not an error. */
export function checkHeads(id: string, heads: readonly Head[], history: OpenedEvent[] | null): HeadFault[] {
  if (history === null) return heads.map(({ n }) => ({ id, n, fault: "gone" }));
  const faults: HeadFault[] = [...new Set(verifyHistory(history).map(({ n }) => n))].map((n) => ({
    id,
    n,
    fault: "chain",
  }));
  for (const { n, hash } of heads) {
    const found = history[n - 1]?.event;
    if (!found) faults.push({ id, n, fault: "missing" });
    else if (found.n !== n || found.hash !== hash) faults.push({ id, n, fault: "differs" });
  }
  return faults;
}

const recent = { days: 400, every: 30 };
const older = { every: 360 };

/**
 * Days to check in the night after `ended`: that day, earlier days every 30 nights, days older than 400 days every 360
 * nights.
 */
export function daysToCheck(days: readonly string[], ended: string): string[] {
  return days.filter((day) => {
    const age = daysBetween(day, ended);
    if (age < 0) return false;
    return age % (age <= recent.days ? recent.every : older.every) === 0;
  });
}

export function daysToWrite(last: string | null, first: string, ended: string): string[] {
  const days: string[] = [];
  for (let day = last === null ? first : addDays(last, 1); day <= ended; day = addDays(day, 1))
    days.push(day);
  return days;
}
