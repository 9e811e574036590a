import type { BoardRow } from "../../../../../functions/api/report/request-views.ts";

export const boardFilters = ["all", "owing", "in", "late", "returned"] as const;
export type BoardFilter = (typeof boardFilters)[number];

export const boardColumns = ["standing", "unit", "submitted", "registered", "recognised", "rate"] as const;
export type BoardColumn = (typeof boardColumns)[number];

export const readFilter = (text: string | undefined): BoardFilter =>
  boardFilters.find((each) => each === text) ?? "all";
export const readColumn = (text: string | undefined): BoardColumn =>
  boardColumns.find((each) => each === text) ?? "standing";

export const isOwing = ({ standing }: Pick<BoardRow, "standing">): boolean =>
  standing === "missing" || standing === "returned";

const shows: Record<BoardFilter, (row: BoardRow) => boolean> = {
  all: () => true,
  owing: isOwing,
  in: (row) => !isOwing(row),
  late: ({ standing }) => standing === "late",
  returned: ({ standing }) => standing === "returned",
};

export const filterRows = (rows: readonly BoardRow[], filter: BoardFilter): BoardRow[] =>
  rows.filter(shows[filter]);

const collator = new Intl.Collator("vi", { numeric: true });
const order = { missing: 0, returned: 1, late: 2, submitted: 3 } as const;
/** Descending, unknown values last. */
const down = (a: number | string | null, b: number | string | null): number =>
  a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? 1 : -1;

export function sortRows(rows: readonly BoardRow[], column: BoardColumn): BoardRow[] {
  const byName = (a: BoardRow, b: BoardRow) => collator.compare(a.unit.name, b.unit.name);
  const by: Record<BoardColumn, (a: BoardRow, b: BoardRow) => number> = {
    standing: (a, b) => order[a.standing] - order[b.standing],
    unit: () => 0,
    submitted: (a, b) => down(a.latest?.at ?? null, b.latest?.at ?? null),
    registered: (a, b) => down(a.registered?.value ?? null, b.registered?.value ?? null),
    recognised: (a, b) => down(a.recognised?.value ?? null, b.recognised?.value ?? null),
    rate: (a, b) => down(a.rate?.value ?? null, b.rate?.value ?? null),
  };
  return rows.toSorted((a, b) => by[column](a, b) || byName(a, b));
}
