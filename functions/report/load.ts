import { type Campaign, type CampaignUnit, councilFor } from "../core/campaign.ts";
import type { FigureRows } from "../core/figure.ts";
import { overlaps, type Period, years, yearsOf } from "../core/period.ts";
import { Problem } from "../core/problems.ts";
import type { RecognisedInitiative, ReportInput } from "../core/report-model.ts";
import { pathOf, type Unit } from "../core/unit.ts";
import type { Store } from "../store/store.ts";

/** Reads all that the report of a unit over a period is made from. Throws `unit.notFound`. */
export async function loadReportInput(
  store: Store,
  unitId: string,
  period: Period,
  written: Pick<ReportInput, "texts" | "layout"> = { texts: {}, layout: "decree30" },
): Promise<ReportInput> {
  const units = await store.directory.units();
  const unit = units.get(unitId);
  if (!unit) throw new Problem("unit.notFound");
  const [rows, documents, joined] = await Promise.all([
    loadRows(store, unitId, period),
    store.directory.documents(),
    loadCampaigns(store, unitId, period),
  ]);
  return {
    unit,
    superior: unit.parent === null ? null : (units.get(unit.parent) ?? null),
    period,
    rows,
    documents,
    campaigns: joined.map(({ campaign, units: frozen }) => {
      const council = councilFor(campaign, frozen.get(unitId)?.path ?? []);
      return { ...campaign, councils: council ? [council] : [] };
    }),
    ...written,
    children: [],
    evaluatedBefore: null,
    recognised: await loadRecognised(store, unitId, period, units, joined),
  };
}

/** Rows from the first year that a declared figure of the period reaches back to, so that the count beside it is whole. */
async function loadRows(store: Store, unit: string, period: Period): Promise<FigureRows> {
  const [first = 0] = yearsOf(period);
  const rows = await store.figures.rows(unit, first);
  const reached = rows.declared.filter((figure) => overlaps(figure, period)).flatMap(yearsOf);
  const earliest = Math.min(first, ...reached);
  return earliest < first ? store.figures.rows(unit, earliest) : rows;
}

interface JoinedCampaign {
  campaign: Campaign;
  units: ReadonlyMap<string, CampaignUnit>;
}

/** The campaigns of the period in which the unit took part, each with the units it froze. */
async function loadCampaigns(store: Store, unit: string, period: Period): Promise<JoinedCampaign[]> {
  const campaigns = (await store.directory.campaigns()).filter(({ year }) =>
    overlaps(years(year, year), period),
  );
  const joined = await Promise.all(
    campaigns.map(async (campaign) => ({
      campaign,
      units: await store.directory.campaignUnits(campaign.id),
    })),
  );
  return joined.filter(({ units }) => units.has(unit));
}

/**
 * Recognised initiatives of each year of the period at the unit or below. A year's campaign says what lies below, as it froze its tree; for
 * years without one, and for units it does not know, the tree of today does.
 */
async function loadRecognised(
  store: Store,
  unitId: string,
  period: Period,
  units: ReadonlyMap<string, Unit>,
  joined: JoinedCampaign[],
): Promise<RecognisedInitiative[]> {
  const found: RecognisedInitiative[] = [];
  const known = new Set<string>();
  for (const year of yearsOf(period)) {
    const frozen = joined.filter(({ campaign }) => campaign.year === year).map((campaign) => campaign.units);
    const pathIn = (id: string) =>
      frozen.map((tree) => tree.get(id)?.path).find((path) => path !== undefined) ??
      (units.has(id) ? pathOf(units, id) : [id]);
    const roots = new Set(
      [pathOf(units, unitId), ...frozen.map((tree) => tree.get(unitId)?.path)].map((path) => path?.at(-1)),
    );
    for (const root of roots)
      for await (const summary of store.initiatives.recognised(root ?? unitId, year)) {
        if (known.has(summary.id) || !pathIn(summary.unit).includes(unitId)) continue;
        known.add(summary.id);
        found.push({
          summary,
          unitName: units.get(summary.unit)?.name ?? summary.unit,
          ...(await loadPublication(store, summary.id, summary.origin)),
        });
      }
  }
  return found;
}

/** What the summary of a cited document's title leaves out: the document, and the title as it was printed. */
async function loadPublication(store: Store, id: string, origin: "application" | "document") {
  const initiative = origin === "document" ? await store.initiatives.get(id) : null;
  if (initiative?.origin !== "document") return { titleAsPublished: null, document: null };
  return { titleAsPublished: initiative.titleAsPublished, document: initiative.source };
}
