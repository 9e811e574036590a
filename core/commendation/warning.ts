import * as v from "valibot";

/** Suspicions told to editors; they never block. */
export const commendationWarnings = [
  "sameAchievement",
  "sameAchievementElsewhere",
  "sameNameUnknown",
  "sameNameUnknownElsewhere",
  "householdAmongIndividuals",
  "bodyEnded",
  "beforeBirth",
  "beforeInitiative",
  "initiativeUnknown",
  "needsRecognition",
  "unusualRecipient",
  "unusualLevel",
  "overBudget",
  "noDate",
  "noMultiplesOnDate",
  "noBaseSalaryOnDate",
  "noMultiple",
  "otherLine",
] as const;

/** A suspicion about lines of a decision; without lines it is about the whole decision. */
export const CommendationWarning = v.strictObject({
  code: v.picklist(commendationWarnings),
  lines: v.array(v.number()),
  /** Values of the words `commendation.warning.<code>`. */
  params: v.record(v.string(), v.union([v.string(), v.number()])),
});
export type CommendationWarning = v.InferOutput<typeof CommendationWarning>;
