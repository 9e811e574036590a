import * as v from "valibot";

/** Warnings never block a step. */
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

/** Warning about lines, or about the whole decision if `lines` is empty. */
export const CommendationWarning = v.strictObject({
  code: v.picklist(commendationWarnings),
  lines: v.array(v.number()),
  /** Parameters of the words `commendation.warning.<code>`. */
  params: v.record(v.string(), v.union([v.string(), v.number()])),
});
export type CommendationWarning = v.InferOutput<typeof CommendationWarning>;
