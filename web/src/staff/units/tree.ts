import type { UnitTreeView } from "../../../../functions/api/views.ts";
import { foldMarks } from "../../../../functions/core/search-key.ts";

export type TreeUnit = UnitTreeView["units"][number];

/** Which trees are shown: one system's, the residential areas, or all. */
export const shownTrees = ["all", "government", "front", "member", "other", "residentialArea"] as const;
export type ShownTree = (typeof shownTrees)[number];

export interface TreeRow {
  unit: TreeUnit;
  /** How deep it stands, from 0. */
  depth: number;
}

/** The units of a tree, each below the one that it belongs to; where `search` says something, those it finds, marks and case aside. */
export function rowsOf(units: readonly TreeUnit[], tree: ShownTree, search: string): TreeRow[] {
  const belongs = (unit: TreeUnit) =>
    tree === "all" ||
    (tree === "residentialArea"
      ? unit.level === tree
      : unit.system === tree && unit.level !== "residentialArea");
  const shown = units.filter(belongs);
  const wanted = foldMarks(search.trim());
  if (wanted !== "")
    return shown
      .filter(({ name, code }) => foldMarks(name).includes(wanted) || code.startsWith(wanted))
      .sort(inOrder)
      .map((unit) => ({ unit, depth: 0 }));
  const ids = new Set(shown.map(({ id }) => id));
  const children = Map.groupBy(shown, ({ parent }) => (parent !== null && ids.has(parent) ? parent : ""));
  const rows: TreeRow[] = [];
  const visit = (parent: string, depth: number) => {
    for (const unit of (children.get(parent) ?? []).toSorted(inOrder)) {
      rows.push({ unit, depth });
      visit(unit.id, depth + 1);
    }
  };
  visit("", 0);
  return rows;
}

/** The government's units first, since the campaign runs along them; those without a code last. */
function inOrder(a: TreeUnit, b: TreeUnit): number {
  return (
    shownTrees.indexOf(a.system) - shownTrees.indexOf(b.system) ||
    Number(a.code === "") - Number(b.code === "") ||
    a.code.localeCompare(b.code, "vi", { numeric: true }) ||
    a.name.localeCompare(b.name, "vi")
  );
}

/** An id of a name, as `xa-dien-khanh`; with a number where that is taken. */
export function idFor(name: string, taken: ReadonlySet<string>): string {
  const plain = foldMarks(name)
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .join("-")
    .slice(0, 56);
  if (!taken.has(plain)) return plain;
  for (let n = 2; ; n++) if (!taken.has(`${plain}-${n}`)) return `${plain}-${n}`;
}
