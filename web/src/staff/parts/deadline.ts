import { daysBetween } from "#core/base/calendar.ts";

/** How near a deadline is; `days` are left, or past where it is late. */
export type Deadline = { kind: "none" } | { kind: "late" | "today" | "soon" | "far"; days: number };

const soonDays = 5;

/** The deadline `dueOn` seen from `today`, both YYYY-MM-DD. The day itself is still in time. */
export function deadlineOf(dueOn: string | null, today: string): Deadline {
  if (dueOn === null) return { kind: "none" };
  const days = daysBetween(today, dueOn);
  if (days < 0) return { kind: "late", days: -days };
  if (days === 0) return { kind: "today", days };
  return { kind: days <= soonDays ? "soon" : "far", days };
}
