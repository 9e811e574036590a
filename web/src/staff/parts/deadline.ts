import { daysBetween } from "#core/base/calendar.ts";

/** `days` left, or days past when `late`. */
export type Deadline = { kind: "none" } | { kind: "late" | "today" | "soon" | "far"; days: number };

const soonDays = 5;

/** As of `today`; the day itself is in time. */
export function deadlineOf(dueOn: string | null, today: string): Deadline {
  if (dueOn === null) return { kind: "none" };
  const days = daysBetween(today, dueOn);
  if (days < 0) return { kind: "late", days: -days };
  if (days === 0) return { kind: "today", days };
  return { kind: days <= soonDays ? "soon" : "far", days };
}
