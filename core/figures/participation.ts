import type { Campaign } from "#core/campaigns/campaign.ts";
import { catalogue } from "./catalogue.ts";
import { declareFigure, type FigureAuthor } from "./declared-figure.ts";
import type { DeclaredFigure } from "./figure.ts";

const keys = { organisations: "launch.organisations", hamlets: "launch.hamlets" } as const;

export function participationKeys({ unit, year }: Pick<Campaign, "unit" | "year">) {
  return Object.values(keys).map((key) => ({ unit, key, from: String(year), to: String(year) }));
}

/** Skips unknown numbers and figures that come from a document. */
export function declareParticipation(
  campaign: Campaign,
  stored: readonly DeclaredFigure[],
  author: FigureAuthor,
  why: string,
): { declared: DeclaredFigure; before: DeclaredFigure | null }[] {
  return participationKeys(campaign).flatMap(({ unit, key, from, to }) => {
    const value = campaign.participation[key === keys.organisations ? "organisations" : "hamlets"];
    const before = stored.find((figure) => figure.key === key && figure.from === from && figure.to === to);
    const definition = catalogue[key];
    if (value === null || !definition || (before && before.document !== null && !before.withdrawn)) return [];
    if (before && !before.withdrawn && before.value === value) return [];
    const form = {
      key,
      from,
      to,
      value,
      qualifier: null,
      measure: before?.measure ?? definition.measure,
      label: before?.label ?? definition.label,
      partOf: before?.partOf ?? [],
      kind: definition.kind,
      section: before?.section ?? null,
      place: before?.place ?? null,
      sentence: "",
      document: null,
      note: before?.note ?? "",
      withdrawn: false,
      why,
    };
    const declared = declareFigure(unit, form, before ?? null, author);
    return declared ? [{ declared, before: before ?? null }] : [];
  });
}
