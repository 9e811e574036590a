import type { FieldError } from "./problems.ts";

export const firstYears = { document: 1945, decision: 2000 } as const;

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
