import * as v from "valibot";
import { lookupTable } from "#core/base/lookup.ts";

/** In the report's order. */
export const figureSections = [
  "launch",
  "outreach",
  "results",
  "registered",
  "evaluated",
  "recognised",
  "models",
  "commendation",
  "shortcomings",
  "directions",
  "proposals",
] as const;

/** Sections with free text; `opening` comes first. */
export const textSections = ["opening", ...figureSections] as const;

export const FigureSection = v.picklist(figureSections, "figure.section.invalid");
export type FigureSection = v.InferOutput<typeof FigureSection>;

const homes = lookupTable<FigureSection>({
  launch: "launch",
  outreach: "outreach",
  registered: "registered",
  recognised: "recognised",
  recognitionRate: "recognised",
  models: "models",
  replications: "models",
  commended: "commendation",
  commendation: "commendation",
});

interface Placed {
  key: string;
  partOf: readonly string[];
  section: FigureSection | null;
}

const deepest = 8;

/** The figure's own section, else that of the key's first part, else that of a whole. Null if unknown. */
export function sectionOf(figure: Placed, all: readonly Placed[], depth = 0): FigureSection | null {
  const own = figure.section ?? homes[figure.key.split(".")[0] ?? ""];
  if (own || depth === deepest) return own ?? null;
  for (const whole of all)
    if (figure.partOf.includes(whole.key)) {
      const found = sectionOf(whole, all, depth + 1);
      if (found) return found;
    }
  return null;
}
