import type { Bloc, BlocForm } from "#core/commendation/bloc.ts";

export type TypedRow = BlocForm["rows"][number];
export type TypedBloc = Omit<BlocForm, "year"> & { year: number | null };

export const ranks = [1, 2, 3] as const;

export const emptyRow = (name = ""): TypedRow => ({ name, rank: null, prize: "" });

export const emptyBloc = (year: number): TypedBloc => ({
  year,
  name: "",
  rows: [emptyRow()],
  withdrawn: false,
});

export const formOfBloc = ({ kind, id, version, unit, path, changed, ...form }: Bloc): BlocForm => form;

/** Units of a bloc without their ranks and prizes, for the next year. */
export const copyRows = ({ rows }: Pick<Bloc, "rows">): TypedRow[] => rows.map(({ name }) => emptyRow(name));

/** Rows left empty are left out; the API asks for at least one. */
export const readBloc = (typed: TypedBloc): BlocForm =>
  ({
    ...typed,
    rows: typed.rows.filter(({ name, rank, prize }) => name.trim() || rank || prize),
  }) as BlocForm;

/** Adds a unit for each line of a text; names that are there already are left out. */
export function addNames(rows: readonly TypedRow[], text: string): TypedRow[] {
  const known = new Set(rows.map(({ name }) => name.trim().toLowerCase()));
  const added = text
    .split(/[\r\n]+/)
    .map((line) => line.replace(/\s+/g, " ").trim())
    .filter((line) => {
      const name = line.toLowerCase();
      if (name === "" || known.has(name)) return false;
      known.add(name);
      return true;
    });
  return [...rows.filter(({ name }) => name.trim() !== ""), ...added.map((name) => emptyRow(name))];
}

/** By rank; those without a rank last, in the order in which they were entered. */
export const sortRows = (rows: readonly TypedRow[]): TypedRow[] =>
  rows.toSorted((a, b) => (a.rank ?? ranks.length + 1) - (b.rank ?? ranks.length + 1));
