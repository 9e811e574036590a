import { daysBetween } from "#core/base/calendar.ts";

/** `days` until the deadline, or since it when `late`. */
export type Deadline = { kind: "none" } | { kind: "late" | "today" | "soon" | "far"; days: number };

const soonDays = 5;

/** A dossier is not late on the due day itself. */
export function deadlineOf(dueOn: string | null, today: string): Deadline {
  if (dueOn === null) return { kind: "none" };
  const days = daysBetween(today, dueOn);
  if (days < 0) return { kind: "late", days: -days };
  if (days === 0) return { kind: "today", days };
  return { kind: days <= soonDays ? "soon" : "far", days };
}
