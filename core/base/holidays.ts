/** `swap`: a working day exchanged for a Saturday. */
export type HolidayName =
  | "newYear"
  | "tet"
  | "hungKings"
  | "reunification"
  | "labour"
  | "nationalDay"
  | "culture"
  | "swap";

export interface Holiday {
  from: string;
  to: string;
  name: HolidayName;
}

export interface HolidayYear {
  year: number;
  /** Not announced yet; computed from the law and the lunar calendar. */
  expected: boolean;
  holidays: readonly Holiday[];
  worked: readonly string[];
}

const off = (name: HolidayName, from: string, to = from): Holiday => ({ name, from, to });
const year = (
  of: number,
  holidays: readonly Holiday[],
  worked: readonly string[] = [],
  expected = false,
): HolidayYear => ({ year: of, expected, holidays, worked });

/**
 * Bộ luật Lao động 2019, điều 112 and 111 khoản 3 (until 2020 Bộ luật 2012, điều 115); 24/11 by Nghị quyết
 * 80-NQ/TW of 7/1/2026. Days as announced each year (docs/decisions/0014), since the layout of Tết cannot be
 * computed.
 */
export const holidayYears: readonly HolidayYear[] = [
  year(
    2019,
    [
      off("newYear", "2019-01-01"),
      off("tet", "2019-02-04", "2019-02-08"),
      off("hungKings", "2019-04-15"),
      off("swap", "2019-04-29"),
      off("reunification", "2019-04-30"),
      off("labour", "2019-05-01"),
      off("nationalDay", "2019-09-02"),
    ],
    ["2019-01-05", "2019-05-04"],
  ),
  year(2020, [
    off("newYear", "2020-01-01"),
    off("tet", "2020-01-23", "2020-01-29"),
    off("hungKings", "2020-04-02"),
    off("reunification", "2020-04-30"),
    off("labour", "2020-05-01"),
    off("nationalDay", "2020-09-02"),
  ]),
  year(2021, [
    off("newYear", "2021-01-01"),
    off("tet", "2021-02-10", "2021-02-16"),
    off("hungKings", "2021-04-21"),
    off("reunification", "2021-04-30"),
    off("labour", "2021-05-03"),
    off("nationalDay", "2021-09-02", "2021-09-03"),
  ]),
  year(2022, [
    off("newYear", "2022-01-03"),
    off("tet", "2022-01-31", "2022-02-04"),
    off("hungKings", "2022-04-11"),
    off("reunification", "2022-05-02"),
    off("labour", "2022-05-03"),
    off("nationalDay", "2022-09-01", "2022-09-02"),
  ]),
  year(2023, [
    off("newYear", "2023-01-02"),
    off("tet", "2023-01-20", "2023-01-26"),
    off("labour", "2023-05-01"),
    off("hungKings", "2023-05-02"),
    off("reunification", "2023-05-03"),
    off("nationalDay", "2023-09-01", "2023-09-04"),
  ]),
  year(
    2024,
    [
      off("newYear", "2024-01-01"),
      off("tet", "2024-02-08", "2024-02-14"),
      off("hungKings", "2024-04-18"),
      off("swap", "2024-04-29"),
      off("reunification", "2024-04-30"),
      off("labour", "2024-05-01"),
      off("nationalDay", "2024-09-02", "2024-09-03"),
    ],
    ["2024-05-04"],
  ),
  year(
    2025,
    [
      off("newYear", "2025-01-01"),
      off("tet", "2025-01-27", "2025-01-31"),
      off("hungKings", "2025-04-07"),
      off("reunification", "2025-04-30"),
      off("labour", "2025-05-01"),
      off("swap", "2025-05-02"),
      off("nationalDay", "2025-09-01", "2025-09-02"),
    ],
    ["2025-04-26"],
  ),
  year(
    2026,
    [
      off("newYear", "2026-01-01"),
      off("swap", "2026-01-02"),
      off("tet", "2026-02-16", "2026-02-20"),
      off("hungKings", "2026-04-27"),
      off("reunification", "2026-04-30"),
      off("labour", "2026-05-01"),
      off("swap", "2026-08-31"),
      off("nationalDay", "2026-09-01", "2026-09-02"),
      off("culture", "2026-11-24"),
    ],
    ["2026-01-10", "2026-08-22"],
  ),
  year(
    2027,
    [
      off("newYear", "2027-01-01"),
      off("tet", "2027-02-04", "2027-02-10"),
      off("hungKings", "2027-04-16"),
      off("reunification", "2027-04-30"),
      off("labour", "2027-05-03"),
      off("nationalDay", "2027-09-02", "2027-09-03"),
      off("culture", "2027-11-24"),
    ],
    [],
    true,
  ),
  year(
    2028,
    [
      off("newYear", "2028-01-03"),
      off("tet", "2028-01-24", "2028-01-28"),
      off("hungKings", "2028-04-04"),
      off("reunification", "2028-05-02"),
      off("labour", "2028-05-01"),
      off("nationalDay", "2028-09-01", "2028-09-04"),
      off("culture", "2028-11-24"),
    ],
    [],
    true,
  ),
  year(
    2029,
    [
      off("newYear", "2029-01-01"),
      off("tet", "2029-02-12", "2029-02-16"),
      off("hungKings", "2029-04-23"),
      off("reunification", "2029-04-30"),
      off("labour", "2029-05-01"),
      off("nationalDay", "2029-09-03", "2029-09-04"),
      off("culture", "2029-11-26"),
    ],
    [],
    true,
  ),
  year(
    2030,
    [
      off("newYear", "2030-01-01"),
      off("tet", "2030-01-31", "2030-02-06"),
      off("hungKings", "2030-04-12"),
      off("reunification", "2030-04-30"),
      off("labour", "2030-05-01"),
      off("nationalDay", "2030-09-02", "2030-09-03"),
      off("culture", "2030-11-25"),
    ],
    [],
    true,
  ),
];
