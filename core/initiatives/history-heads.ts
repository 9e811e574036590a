import * as v from "valibot";
import { addDays, daysBetween } from "#core/base/calendar.ts";
import { hashSecret } from "#core/base/canonical.ts";
import { type OpenedEvent, verifyHistory } from "./history.ts";
import type { Initiative } from "./initiative.ts";

/** The newest event of a record at some time: its number and hash, which covers every event before it. */
export interface Head {
  id: string;
  n: number;
  hash: string;
}

/** The head of a version of a record, or null where it has no history: a title that is known only from a cited document. */
export function headOf(initiative: Initiative): Head | null {
  if (initiative.origin === "document") return null;
  const { n, hash } = initiative.last ?? initiative.first;
  return { id: initiative.id, n, hash };
}

const Day = v.pipe(v.string(), v.isoDate());
const Line = v.strictTuple([v.string(), v.pipe(v.number(), v.integer(), v.minValue(1)), v.string()]);

/** A day's file: every head that was seen on it, and the SHA-256 (base64url) of the file of the day before; null in the first of all. */
const DayFile = v.strictObject({ day: Day, previous: v.nullable(v.string()), heads: v.array(Line) });

export interface HeadsDay {
  day: string;
  previous: string | null;
  heads: Head[];
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The text of a day's file, a line a head, in the order of id, number and hash: the same heads give the same text. */
export function writeHeadsDay({ day, previous, heads }: HeadsDay): string {
  const lines = heads
    .toSorted((a, b) => compare(a.id, b.id) || a.n - b.n || compare(a.hash, b.hash))
    .map(({ id, n, hash }) => JSON.stringify([id, n, hash]));
  const head = `{"day":${JSON.stringify(day)},"previous":${JSON.stringify(previous)},"heads":[`;
  return `${head}${[...new Set(lines)].map((line) => `\n${line}`).join(",")}\n]}\n`;
}

/** What a day's file says. Throws where the text is none. */
export function readHeadsDay(text: string): HeadsDay {
  const { heads, ...rest } = v.parse(DayFile, JSON.parse(text));
  return { ...rest, heads: heads.map(([id, n, hash]) => ({ id, n, hash })) };
}

/** What the next day's file holds as `previous`: SHA-256 of the text, base64url. */
export const hashHeadsDay = (text: string): string => hashSecret(text);

/** How a day's file does not stand behind the one before it. */
export type DayFault = "day" | "previous";

/** Holds a day's file (its text) to its name and to the file of the day before it; null stands for the first of all, which has none. */
export function checkHeadsDay(day: string, text: string, before: string | null): DayFault[] {
  const faults: DayFault[] = [];
  const file = readHeadsDay(text);
  if (file.day !== day) faults.push("day");
  if (file.previous !== (before === null ? null : hashHeadsDay(before))) faults.push("previous");
  return faults;
}

/**
 * How a history does not hold what was recorded of it: the record is gone, it ends before the recorded event, that event has another hash,
 * or the chain itself does not verify (`n` is then that of the event at fault).
 */
export interface HeadFault {
  id: string;
  n: number;
  fault: "gone" | "missing" | "differs" | "chain";
}

/** Holds a record's history, null where there is no record, to the heads that were recorded of it. What an erasure takes away is no fault. */
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

/** Days of the last thirteen months are looked at again every so many nights, older ones every so many. */
const recent = { days: 400, every: 30 };
const older = { every: 360 };

/**
 * Which of the recorded days are looked at in the night after `ended`: that day itself, and a slice of the others, so that each comes up
 * once in 30 nights in its first thirteen months, and once in 360 after that.
 */
export function daysToCheck(days: readonly string[], ended: string): string[] {
  return days.filter((day) => {
    const age = daysBetween(day, ended);
    if (age < 0) return false;
    return age % (age <= recent.days ? recent.every : older.every) === 0;
  });
}

/** The days whose files are still to be written after `last` (null where there is none, and `first` is the day to begin with), up to `ended`. */
export function daysToWrite(last: string | null, first: string, ended: string): string[] {
  const days: string[] = [];
  for (let day = last === null ? first : addDays(last, 1); day <= ended; day = addDays(day, 1))
    days.push(day);
  return days;
}
