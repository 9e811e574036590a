import { checkPlausibleYear, firstYears } from "#core/base/calendar.ts";
import type { FieldError } from "#core/base/problems.ts";

/** Refuses a year of award before 2000 or after next year. */
export const checkAwardYear = (year: number, today: string, pointer = "/form/year"): FieldError[] =>
  checkPlausibleYear(year, pointer, {
    from: firstYears.decision,
    today,
    code: "commendation.year.implausible",
  });
