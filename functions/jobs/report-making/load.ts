import { overlaps, type Period, yearsOf } from "#core/base/period.ts";
import { Problem } from "#core/base/problems.ts";
import { councilFor } from "#core/campaigns/campaign.ts";
import type { FigureRows } from "#core/figures/figure.ts";
import type { ReportInput } from "#core/report/model.ts";
import { defaultSigning } from "#core/report/signing.ts";
import type { Store } from "../../store/store.ts";
import { loadBelow } from "./load-below.ts";
import { loadDecisions } from "./load-decisions.ts";
import { loadRecognised } from "./load-recognised.ts";
import { loadActivities, loadReplications } from "./load-records.ts";
import { loadTrees, unitsAtEnd } from "./load-trees.ts";

/** Throws `unit.notFound`. */
export async function loadReportInput(
  store: Store,
  unitId: string,
  period: Period,
  written: Pick<ReportInput, "texts" | "signing" | "layout" | "padNumbers"> = {
    texts: {},
    signing: defaultSigning,
    layout: "decree30",
  },
): Promise<ReportInput> {
  const units = await store.directory.units();
  const known = units.get(unitId);
  if (!known) throw new Problem("unit.notFound");
  const { unit, superior } = unitsAtEnd(units, known, period);
  const [rows, documents, [before, ...trees]] = await Promise.all([
    loadRows(store, unitId, period),
    store.directory.documents(),
    loadTrees(store, units, known, period),
  ]);
  const earlier = before?.joined ?? [];
  return {
    unit,
    superior,
    period,
    rows,
    documents,
    campaigns: trees
      .flatMap(({ joined }) => joined)
      .map(({ campaign, units: frozen }) => {
        const council = councilFor(campaign, frozen.get(unitId)?.path ?? []);
        return { ...campaign, councils: council ? [council] : [] };
      }),
    ...written,
    children: await loadBelow(store, unitId, period, trees),
    evaluatedBefore:
      earlier.length === 0 ? null : earlier.every(({ campaign }) => campaign.evaluatedOn !== null),
    decisions: await loadDecisions(store, unitId, period, trees),
    activities: await loadActivities(store, unitId, period),
    replications: await loadReplications(store, unitId, period, trees),
    recognised: await loadRecognised(store, unitId, period, trees),
  };
}

/** Loads rows from the year before the period, for comparison. A declared figure may begin earlier. */
async function loadRows(store: Store, unit: string, period: Period): Promise<FigureRows> {
  const [first = 0] = yearsOf(period);
  const rows = await store.figures.rows(unit, first - 1);
  const reached = rows.declared.filter((figure) => overlaps(figure, period)).flatMap(yearsOf);
  const earliest = Math.min(first - 1, ...reached);
  return earliest < first - 1 ? store.figures.rows(unit, earliest) : rows;
}
