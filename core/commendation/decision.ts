import * as v from "valibot";
import { AuditStamp } from "#core/base/audit-stamp.ts";
import { wholeNumber } from "#core/base/bounds.ts";
import { optionalLine, optionalProse, reference, requiredLine, requiredProse } from "#core/base/text.ts";
import { Decision } from "#core/initiatives/decision.ts";
import { AwardLevel } from "./forms.ts";
import { Cancellation, money } from "./line.ts";
import { CancelledSum, LineSum } from "./line-sum.ts";

export const commendationLines = ["state", "party", "front", "organisation"] as const;

/** Công trạng (thường xuyên), chuyên đề, đột xuất, sơ kết hoặc tổng kết, đối ngoại, niên hạn. */
export const commendationBases = [
  "regular",
  "thematic",
  "extraordinary",
  "review",
  "external",
  "service",
] as const;

export const commendationStates = ["proposed", "issued", "cancelled", "withdrawn"] as const;
export type CommendationState = (typeof commendationStates)[number];

export const CommendationForm = v.strictObject({
  /** Year of the award, which may differ from the year of the decision. */
  year: wholeNumber("commendation.year.invalid", { min: 1945, max: 2200 }),
  issuer: requiredLine("commendation.issuer", 200),
  level: AwardLevel,
  line: v.picklist(commendationLines, "commendation.line.invalid"),
  basis: v.picklist(commendationBases, "commendation.basis.invalid"),
  occasion: optionalLine("commendation.occasion", 300),
  subject: requiredLine("commendation.subject", 500),
  /** Legal basis, as the decision cites it. */
  articles: optionalProse("commendation.articles", 4_000),
  document: v.nullable(reference()),
  /** Đồng. */
  budget: money,
});
export type CommendationForm = v.InferOutput<typeof CommendationForm>;

export const IssueForm = v.strictObject({
  number: Decision.entries.number,
  signedOn: Decision.entries.signedOn,
  /** Required if `signedOn` is before the award's year. */
  explanation: optionalProse("explanation", 1_000),
});
export type IssueForm = v.InferOutput<typeof IssueForm>;

export const CommendationCorrection = v.strictObject({
  ...IssueForm.entries,
  reason: requiredProse("reason", 2_000),
});
export type CommendationCorrection = v.InferOutput<typeof CommendationCorrection>;

export const CommendationDecision = v.strictObject({
  id: v.string(),
  version: v.number(),
  unit: v.string(),
  /** Unit and its ancestors, smallest first. */
  path: v.array(v.string()),
  ...CommendationForm.entries,
  state: v.picklist(commendationStates),
  number: v.nullable(v.string()),
  signedOn: v.nullable(v.string()),
  /** Leaves out cancelled lines. */
  sums: v.array(LineSum),
  cancelledLines: CancelledSum,
  /** Highest line number ever given. */
  lastLine: v.number(),
  cancellation: v.nullable(Cancellation),
  created: AuditStamp,
  changedAt: v.string(),
});
export type CommendationDecision = v.InferOutput<typeof CommendationDecision>;

export const CommendationSummary = v.pick(CommendationDecision, [
  "id",
  "version",
  "unit",
  "year",
  "issuer",
  "level",
  "line",
  "basis",
  "occasion",
  "subject",
  "state",
  "number",
  "signedOn",
  "sums",
  "budget",
  "changedAt",
]);
export type CommendationSummary = v.InferOutput<typeof CommendationSummary>;

export const commendationDeeds = [
  "propose",
  "import",
  "change",
  "addLines",
  "changeLines",
  "removeLines",
  "eraseLines",
  "issue",
  "correct",
  "cancel",
  "correctLine",
  "cancelLine",
  "withdraw",
] as const;

/** Append-only log entry. `n`: version after the entry. `request`: id drawn by the client, to recognise a retry. */
export const CommendationEntry = v.strictObject({
  n: v.number(),
  ...AuditStamp.entries,
  did: v.picklist(commendationDeeds),
  request: v.string(),
  /** Line numbers. */
  lines: v.array(v.number()),
  number: v.nullable(v.string()),
  signedOn: v.nullable(v.string()),
  reason: v.string(),
  /** True if an erasure kept names because the initiative is still recognised. */
  namesKept: v.exactOptional(v.literal(true)),
});
export type CommendationEntry = v.InferOutput<typeof CommendationEntry>;
