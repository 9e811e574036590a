/* The package's "exports" hide its types. */
declare module "date-chinese" {
  export class CalendarVietnamese {
    constructor(cycle?: number, year?: number, month?: number, leap?: boolean, day?: number);
    readonly cycle: number;
    readonly year: number;
    newYear(gregorianYear: number): number;
    fromJDE(julianEphemerisDay: number): void;
    toGregorian(): { year: number; month: number; day: number };
  }
}
