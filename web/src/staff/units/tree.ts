import { stripMarks } from "#core/base/search-key.ts";
import type { UnitTreeView } from "../../../../functions/api/units/views.ts";
import { matchUnits } from "../../combobox/unit-match.ts";

export type TreeUnit = UnitTreeView["units"][number];

export const shownTrees = ["all", "government", "front", "member", "other", "residentialArea"] as const;
export type ShownTree = (typeof shownTrees)[number];

export interface TreeRow {
  unit: TreeUnit;
  depth: number;
  /** Former name that matched the search. */
  former: string | null;
}

/** Tree rows, children below parents. With `search`: matching units, closest first. */
export function rowsOf(units: readonly TreeUnit[], tree: ShownTree, search: string): TreeRow[] {
  const belongs = (unit: TreeUnit) =>
    tree === "all" ||
    (tree === "residentialArea"
      ? unit.level === tree
      : unit.system === tree && unit.level !== "residentialArea");
  const shown = units.filter(belongs);
  if (search.trim() !== "") {
    const match = matchUnits(search);
    return shown
      .flatMap((unit) => {
        const found = match(unit);
        return found ? [{ ...found, unit, depth: 0 }] : [];
      })
      .sort((a, b) => a.rank - b.rank || inOrder(a.unit, b.unit));
  }
  const ids = new Set(shown.map(({ id }) => id));
  const children = Map.groupBy(shown, ({ parent }) => (parent !== null && ids.has(parent) ? parent : ""));
  const rows: TreeRow[] = [];
  const visit = (parent: string, depth: number) => {
    for (const unit of (children.get(parent) ?? []).toSorted(inOrder)) {
      rows.push({ unit, depth, former: null });
      visit(unit.id, depth + 1);
    }
  };
  visit("", 0);
  return rows;
}

/** Government units first, units without code last. */
function inOrder(a: TreeUnit, b: TreeUnit): number {
  return (
    shownTrees.indexOf(a.system) - shownTrees.indexOf(b.system) ||
    Number(a.code === "") - Number(b.code === "") ||
    a.code.localeCompare(b.code, "vi", { numeric: true }) ||
    a.name.localeCompare(b.name, "vi")
  );
}

/** Example: `xa-dien-khanh`, with a number if taken. */
export function idFor(name: string, taken: ReadonlySet<string>): string {
  const plain = stripMarks(name)
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .join("-")
    .slice(0, 56);
  if (!taken.has(plain)) return plain;
  for (let n = 2; ; n++) if (!taken.has(`${plain}-${n}`)) return `${plain}-${n}`;
}
