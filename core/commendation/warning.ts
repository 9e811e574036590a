import * as v from "valibot";

/** Warnings never block a step. The most serious stand first. */
export const commendationWarnings = [
  "sameAchievement",
  "sameAchievementElsewhere",
  "bodyEnded",
  "futureAchievement",
  "beforeBirth",
  "beforeInitiative",
  "needsRecognition",
  "overBudget",
  "unlikelyAge",
  "initiativeUnknown",
  "householdAmongIndividuals",
  "sameNameUnknown",
  "sameNameUnknownElsewhere",
  "unusualRecipient",
  "unusualLevel",
  "noDate",
  "noMultiplesOnDate",
  "noBaseSalaryOnDate",
  "noMultiple",
  "otherLine",
] as const;

/** Warning about lines, or about the whole decision if `lines` is empty. */
export const CommendationWarning = v.strictObject({
  code: v.picklist(commendationWarnings),
  lines: v.array(v.number()),
  /** Parameters of the words `commendation.warning.<code>`. */
  params: v.record(v.string(), v.union([v.string(), v.number()])),
});
export type CommendationWarning = v.InferOutput<typeof CommendationWarning>;

/** Returns the most serious warning; undefined if there is none. */
export const mostSerious = (warnings: readonly CommendationWarning[]): CommendationWarning | undefined =>
  warnings.toSorted((a, b) => commendationWarnings.indexOf(a.code) - commendationWarnings.indexOf(b.code))[0];

/** Merges equal warnings of several pages and joins their lines. */
export function mergeWarnings(warnings: readonly CommendationWarning[]): CommendationWarning[] {
  const merged = new Map<string, CommendationWarning>();
  for (const warning of warnings) {
    const key = JSON.stringify([warning.code, warning.params]);
    const before = merged.get(key)?.lines ?? [];
    merged.set(key, { ...warning, lines: [...new Set([...before, ...warning.lines])] });
  }
  return [...merged.values()];
}
