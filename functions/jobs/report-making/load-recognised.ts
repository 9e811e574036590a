import { covers, type Period, years } from "#core/base/period.ts";
import type { InitiativeSummary } from "#core/initiatives/initiative.ts";
import { currentRecognitions } from "#core/initiatives/recognition.ts";
import type { RecognisedInitiative } from "#core/report/model.ts";
import type { Store } from "../../store/store.ts";
import { nameIn, pathIn, rootsIn, type YearTree } from "./load-trees.ts";

/** Loads recognised initiatives of whole years, because an initiative belongs to a campaign's year. */
export async function loadRecognised(
  store: Store,
  unit: string,
  period: Period,
  trees: YearTree[],
): Promise<RecognisedInitiative[]> {
  const found: RecognisedInitiative[] = [];
  const known = new Set<string>();
  for (const tree of trees.filter(({ year }) => covers(period, years(year, year)))) {
    const places = new Map<string, { isBelow: boolean; name: string }>();
    const placeOf = (id: string) => {
      const place = places.get(id) ?? { isBelow: pathIn(tree, id).includes(unit), name: nameIn(tree, id) };
      places.set(id, place);
      return place;
    };
    for (const root of rootsIn(tree, unit))
      for await (const summary of store.initiatives.recognised(root, tree.year)) {
        const { isBelow, name } = placeOf(summary.unit);
        if (!isBelow || known.has(summary.id)) continue;
        known.add(summary.id);
        found.push({
          summary: toReportSummary(summary),
          unitName: name,
          ...decidersIn(tree, summary),
          titleAsPublished: summary.published?.titleAsPublished ?? null,
          ...(summary.published?.remark === undefined ? {} : { remark: summary.published.remark }),
          document: summary.published?.document ?? null,
        });
      }
  }
  return found;
}

/** Recognitions without a decision, such as those from cited documents, have no deciding council. */
function decidersIn({ joined, apart }: YearTree, summary: InitiativeSummary): { decidedBy?: string[] } {
  const names = currentRecognitions(summary.recognitions).flatMap(({ level, decision }) => {
    if (decision === null) return [];
    for (const { campaign, units } of [...joined, ...apart]) {
      const path = units.get(summary.unit)?.path ?? [];
      const council = campaign.councils.find((each) => each.level === level && path.includes(each.unit));
      if (council) return [council.name];
    }
    return [];
  });
  return names.length > 0 ? { decidedBy: names } : {};
}

function toReportSummary(summary: InitiativeSummary): RecognisedInitiative["summary"] {
  const { id, title, year, number, unit, system, authorSystems, organisation, recognitions, publicAuthors } =
    summary;
  return { id, title, year, number, unit, system, authorSystems, organisation, recognitions, publicAuthors };
}
