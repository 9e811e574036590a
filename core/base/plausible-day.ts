import type { FieldError } from "./problems.ts";

/** The first years that days may be of: documents since independence, decisions since initiatives were recognised by decisions like these. */
export const firstYears = { document: 1945, decision: 2000 } as const;

/**
 * Refuses a day that can only be a slip: before a year, or after the end of the year that follows `today` (YYYY-MM-DD). `day` is a day or a
 * year, in its form already; null and "" say nothing.
 */
export function checkPlausibleDay(
  day: string | null,
  pointer: string,
  { from, today }: { from: number; today: string },
): FieldError[] {
  const year = Number((day ?? "").slice(0, 4));
  const to = Number(today.slice(0, 4)) + 1;
  if (!day || (year >= from && year <= to)) return [];
  return [{ pointer, code: "day.implausible", params: { from: String(from), to: String(to) } }];
}
