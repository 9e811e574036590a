import * as v from "valibot";
import { addDays, dayOf } from "#core/base/calendar.ts";
import type { MetricName } from "#core/base/metric.ts";
import { Problem } from "#core/base/problems.ts";
import { daysToCheck, daysToWrite, hashHeadsDay, writeHeadsDay } from "#core/initiatives/history-heads.ts";
import type { HeadsBucket } from "../store/aws/heads-bucket.ts";
import { keptDays } from "../store/heads.ts";
import type { Store } from "../store/store.ts";
import { checkDay, type DayCheck } from "./check.ts";

/** Scheduled time, the same in late and repeated deliveries. */
const ScheduleMessage = v.strictObject({ scheduledAt: v.pipe(v.string(), v.isoTimestamp()) });

interface HeadsDeps {
  store: Pick<Store, "heads" | "initiatives">;
  bucket: HeadsBucket;
  clock: () => string;
  /** Logs no personal data. */
  log: (message: string, details: Record<string, unknown>) => void;
  measure: (name: MetricName, value: number) => void;
}

export interface Night {
  written: { day: string; heads: number }[];
  checks: DayCheck[];
}

/** Time limit of the checks, below the function's timeout. */
const checkMilliseconds = 10 * 60_000;

/**
 * Writes history heads of the past day and missed days into chained files. Then checks the past day and some
 * older days. Throws `query.invalid`.
 */
export function createHeadsHandler(deps: HeadsDeps) {
  const { log, measure } = deps;
  return async (message: unknown): Promise<Night> => {
    if (!v.is(ScheduleMessage, message)) throw new Problem("query.invalid");
    const ended = addDays(dayOf(message.scheduledAt), -1);
    const days = await deps.bucket.days();
    const written = await writeDays(deps, days, ended);
    measure(
      "HeadsWritten",
      written.reduce((sum, { heads }) => sum + heads, 0),
    );
    const all = [...new Set([...days, ...written.map(({ day }) => day), ended])].sort();
    const checks = await checkSlice(deps, all, ended);
    for (const { day, file, records } of checks) {
      if (file.length > 0) log("a day of heads is broken", { day, file });
      for (const fault of records) log("a history is broken", { day, ...fault });
    }
    measure("HistoryBroken", countBroken(checks));
    return { written, checks };
  };
}

async function writeDays(
  { store, bucket, log }: HeadsDeps,
  days: readonly string[],
  ended: string,
): Promise<Night["written"]> {
  const written: Night["written"] = [];
  const first = days.length > 0 ? ended : await firstDay(store, ended);
  let previous = await hashOfLast(bucket, days);
  for (const day of daysToWrite(days.at(-1) ?? null, first, ended)) {
    const heads = await store.heads.ofDay(day);
    const text = writeHeadsDay({ day, previous, heads });
    const mine = await bucket.write(day, text);
    // If another run wrote the day first, its file counts.
    previous = hashHeadsDay(mine ? text : ((await bucket.read(day)) ?? text));
    if (mine) written.push({ day, heads: heads.length });
    if (day < addDays(ended, -keptDays)) log("a day was written down after its heads had gone", { day });
  }
  return written;
}

async function checkSlice(
  { store, bucket, clock, log }: HeadsDeps,
  days: readonly string[],
  ended: string,
): Promise<DayCheck[]> {
  const until = Date.parse(clock()) + checkMilliseconds;
  const checks: DayCheck[] = [];
  const waiting = daysToCheck(days, ended);
  while (waiting.length > 0 && Date.parse(clock()) < until) {
    const day = waiting.pop() ?? ended;
    checks.push(await checkDay({ store, bucket }, day, { isFirst: day === days[0] }));
  }
  if (waiting.length > 0) log("the night was too short for all days", { days: waiting });
  return checks;
}

const countBroken = (checks: readonly DayCheck[]) =>
  new Set(checks.flatMap(({ records }) => records.map(({ id }) => id))).size +
  checks.filter(({ file }) => file.length > 0).length;

async function hashOfLast(bucket: HeadsBucket, days: readonly string[]): Promise<string | null> {
  const last = days.at(-1);
  if (last === undefined) return null;
  const text = await bucket.read(last);
  if (text === null) throw new Error(`the heads of ${last} cannot be read`);
  return hashHeadsDay(text);
}

async function firstDay(store: HeadsDeps["store"], ended: string): Promise<string> {
  for (let day = addDays(ended, -keptDays + 1); day < ended; day = addDays(day, 1))
    if ((await store.heads.ofDay(day)).length > 0) return day;
  return ended;
}
