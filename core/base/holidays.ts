/** Column order of `holidayYears`; `culture` exists since 2026. */
const names = ["newYear", "tet", "hungKings", "reunification", "labour", "nationalDay", "culture"] as const;
/** `swap`: day off exchanged for a working Saturday. */
export type HolidayName = (typeof names)[number] | "swap";

interface Holiday {
  from: string;
  to: string;
  name: HolidayName;
}

interface HolidayYear {
  year: number;
  /** Not announced yet: computed from the law and the lunar calendar. */
  expected: boolean;
  holidays: readonly Holiday[];
  worked: readonly string[];
}

interface Exceptions {
  swapped?: readonly string[];
  worked?: readonly string[];
  expected?: boolean;
}

/** Days are `MM-DD`, ranges `MM-DD/MM-DD`. */
function year(of: number, ranges: readonly string[], exceptions: Exceptions = {}): HolidayYear {
  const { swapped = [], worked = [], expected = false } = exceptions;
  const off = (name: HolidayName, range: string): Holiday => {
    const [from, to = from] = range.split("/");
    return { name, from: `${of}-${from}`, to: `${of}-${to}` };
  };
  return {
    year: of,
    expected,
    holidays: [
      ...names.flatMap((name, n) => (ranges[n] ? off(name, ranges[n]) : [])),
      ...swapped.map((day) => off("swap", day)),
    ],
    worked: worked.map((day) => `${of}-${day}`),
  };
}

/**
 * Days off as announced each year, because those of Tết cannot be computed (docs/decisions/0014). Sources: Bộ luật Lao
 * động 2019, điều 112 and 111 khoản 3 (until 2020 Bộ luật 2012, điều 115); for 24/11 Nghị quyết 80-NQ/TW of 7/1/2026.
 */
export const holidayYears: readonly HolidayYear[] = [
  year(2019, ["01-01", "02-04/02-08", "04-15", "04-30", "05-01", "09-02"], {
    swapped: ["04-29"],
    worked: ["01-05", "05-04"],
  }),
  year(2020, ["01-01", "01-23/01-29", "04-02", "04-30", "05-01", "09-02"]),
  year(2021, ["01-01", "02-10/02-16", "04-21", "04-30", "05-03", "09-02/09-03"]),
  year(2022, ["01-03", "01-31/02-04", "04-11", "05-02", "05-03", "09-01/09-02"]),
  year(2023, ["01-02", "01-20/01-26", "05-02", "05-03", "05-01", "09-01/09-04"]),
  year(2024, ["01-01", "02-08/02-14", "04-18", "04-30", "05-01", "09-02/09-03"], {
    swapped: ["04-29"],
    worked: ["05-04"],
  }),
  year(2025, ["01-01", "01-27/01-31", "04-07", "04-30", "05-01", "09-01/09-02"], {
    swapped: ["05-02"],
    worked: ["04-26"],
  }),
  year(2026, ["01-01", "02-16/02-20", "04-27", "04-30", "05-01", "09-01/09-02", "11-24"], {
    swapped: ["01-02", "08-31"],
    worked: ["01-10", "08-22"],
  }),
  year(2027, ["01-01", "02-04/02-10", "04-16", "04-30", "05-03", "09-02/09-03", "11-24"], { expected: true }),
  year(2028, ["01-03", "01-24/01-28", "04-04", "05-02", "05-01", "09-01/09-04", "11-24"], { expected: true }),
  year(2029, ["01-01", "02-12/02-16", "04-23", "04-30", "05-01", "09-03/09-04", "11-26"], { expected: true }),
  year(2030, ["01-01", "01-31/02-06", "04-12", "04-30", "05-01", "09-02/09-03", "11-25"], { expected: true }),
];
