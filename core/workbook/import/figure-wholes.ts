import { catalogue, definitionOf } from "#core/figures/catalogue.ts";
import { comparable } from "#core/workbook/sheets/cell.ts";
import { idIn, type RowFault } from "#core/workbook/sheets/sheet.ts";

export interface NamedFigure {
  key: string;
  label: string;
  measure: string;
}

const known: NamedFigure[] = Object.entries(catalogue).flatMap(([key, { label, aliases = [], measure }]) =>
  [label, ...aliases].map((name) => ({ key, label: name, measure })),
);

/** Index of figures by key, label, and label with measure: "Bằng khen", "Bằng khen (cá nhân)". */
export function indexFigures(figures: Iterable<NamedFigure>): FigureIndex {
  const names = new Map<string, Set<string>>();
  const add = (name: string, key: string) => {
    const same = comparable(name);
    names.set(same, (names.get(same) ?? new Set()).add(key));
  };
  for (const { key, label, measure } of figures) {
    add(key, key);
    add(label, key);
    add(`${label} (${measure})`, key);
  }
  return names;
}

export type FigureIndex = ReadonlyMap<string, ReadonlySet<string>>;

const catalogued = indexFigures(known);

/** Resolves wholes by key or label. The unit's own figures precede the catalogue's. */
export function resolveWholes(
  names: readonly string[],
  own: FigureIndex,
): { keys: string[]; faults: RowFault[] } {
  const keys: string[] = [];
  const faults: RowFault[] = [];
  for (const name of names) {
    const id = idIn(name);
    const found = own.get(comparable(name)) ?? own.get(comparable(id)) ?? catalogued.get(comparable(name));
    const [key, ...others] = found ?? (definitionOf(id) ? [id] : []);
    if (key === undefined) faults.push({ column: "partOf", code: "figure.partOf.unknown" });
    else if (others.length > 0)
      faults.push({
        column: "partOf",
        code: "figure.partOf.ambiguous",
        params: { label: name.slice(0, 60) },
      });
    else keys.push(key);
  }
  return { keys: [...new Set(keys)], faults };
}
