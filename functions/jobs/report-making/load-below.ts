import { overlaps, type Period, yearsOf } from "#core/base/period.ts";
import type { FigureRows } from "#core/figures/figure.ts";
import type { StatedFigure, UnitBelow } from "#core/report/model.ts";
import type { Store } from "../../store/store.ts";
import { nameIn, pathIn, type YearTree } from "./load-trees.ts";

const together = 8;

export async function loadBelow(
  store: Store,
  unit: string,
  period: Period,
  trees: YearTree[],
): Promise<UnitBelow[]> {
  const asked = await store.reportRequests.latestSubmissions(unit, period);
  const names = new Map<string, string>();
  const called = new Set(asked.keys());
  for (const tree of trees) {
    for (const id of unitsBelow(tree, unit)) names.set(id, nameIn(tree, id));
    for (const id of asked.keys()) names.set(id, nameIn(tree, id));
    for (const { campaign } of tree.joined) for (const id of campaign.participation.units) called.add(id);
  }
  const ids = [...names.keys()];
  const found: UnitBelow[] = [];
  for (let at = 0; at < ids.length; at += together)
    found.push(
      ...(await Promise.all(
        ids.slice(at, at + together).map(async (id) => ({
          unit: { id, name: names.get(id) ?? id },
          takesPart: called.has(id),
          rows: await loadRows(store, id, period),
          approved: await loadApproved(store, id, period, asked.get(id) ?? null),
        })),
      )),
    );
  return found.filter(
    ({ takesPart, rows, approved }) =>
      takesPart || approved !== null || rows.declared.length + rows.counted.length > 0,
  );
}

function unitsBelow(tree: YearTree, unit: string): string[] {
  const { year, joined, atEnd, today } = tree;
  const ended = [...today.values()].filter(({ validTo }) => validTo?.startsWith(`${year}-`));
  const known =
    joined.length > 0
      ? joined.flatMap(({ units }) => [...units.keys()])
      : [...atEnd.keys(), ...ended.map(({ id }) => id)];
  return known.filter((id) => pathIn(tree, id)[1] === unit);
}

/** The query also returns later years. */
async function loadRows(store: Store, unit: string, period: Period): Promise<FigureRows> {
  const years = yearsOf(period);
  const { declared, counted } = await store.figures.rows(unit, years[0] ?? 0);
  return {
    declared: declared.filter((figure) => overlaps(figure, period)),
    counted: counted.filter(({ year }) => years.includes(year)),
  };
}

/** Prefers an approved report to the submission, which is never newer. */
async function loadApproved(
  store: Store,
  unit: string,
  { from, to }: Period,
  submitted: StatedFigure[] | null,
): Promise<StatedFigure[] | null> {
  const record = await store.reports.get({ unit, from, to });
  return record?.made && record.state !== "draft" ? record.made.figures : submitted;
}
