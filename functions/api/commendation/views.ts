import * as v from "valibot";
import { AwardSummary } from "#core/commendation/awards.ts";
import { Bloc } from "#core/commendation/bloc.ts";
import { CommendationDecision, CommendationEntry, CommendationSummary } from "#core/commendation/decision.ts";
import { AwardFormKey, AwardLevel, awardKinds, RecipientKind } from "#core/commendation/forms.ts";
import { CommendationLine } from "#core/commendation/line.ts";
import { ComputedMoney } from "#core/commendation/money.ts";
import { Nomination } from "#core/commendation/nomination.ts";
import { MoneyTotal } from "#core/commendation/sums.ts";
import { CommendationWarning } from "#core/commendation/warning.ts";
import { Named } from "../units/views.ts";

const Words = v.strictObject({ vi: v.string(), en: v.string() });

/** Forms and titles with their names at the levels that usually award them. */
export const AwardFormsView = v.strictObject({
  forms: v.array(
    v.strictObject({
      key: AwardFormKey,
      kind: v.picklist(awardKinds),
      levels: v.array(v.strictObject({ level: AwardLevel, name: Words })),
      recipients: v.array(RecipientKind),
      needsRecognition: v.boolean(),
      source: v.string(),
    }),
  ),
  recipients: v.array(v.strictObject({ key: RecipientKind, name: Words })),
});
export type AwardFormsView = v.InferOutput<typeof AwardFormsView>;

const LineView = v.omit(CommendationLine, ["n", "erased"]);

/** Actions on the unit's decisions that the viewer may take. */
const CommendationRights = v.strictObject({ write: v.boolean(), issue: v.boolean(), erase: v.boolean() });

/** A unit's decisions of a year, the newest first. `money` counts computed defaults too. */
export const CommendationsView = v.strictObject({
  unit: Named,
  year: v.number(),
  decisions: v.array(
    v.strictObject({ ...CommendationSummary.entries, count: v.number(), total: MoneyTotal }),
  ),
  may: CommendationRights,
  today: v.string(),
});
export type CommendationsView = v.InferOutput<typeof CommendationsView>;

/** A decision without its lines. `total` is null-free: lines without an amount are counted in `without`. */
export const CommendationView = v.strictObject({
  decision: CommendationDecision,
  unit: Named,
  count: v.number(),
  total: MoneyTotal,
  log: v.array(CommendationEntry),
  /** False once the state forbids it, whatever the viewer's role. */
  may: v.strictObject({
    change: v.boolean(),
    issue: v.boolean(),
    correct: v.boolean(),
    cancel: v.boolean(),
    withdraw: v.boolean(),
    erase: v.boolean(),
  }),
  today: v.string(),
});
export type CommendationView = v.InferOutput<typeof CommendationView>;

/** A page of lines, each with its computed default bonus. `next` continues the list as `after`. */
export const CommendationLinesView = v.strictObject({
  version: v.number(),
  lines: v.array(v.strictObject({ ...CommendationLine.entries, computed: ComputedMoney })),
  next: v.nullable(v.number()),
});
export type CommendationLinesView = v.InferOutput<typeof CommendationLinesView>;

/** The decision after a change of lines, and the numbers of the lines concerned. */
export const CommendationLinesWrittenView = v.strictObject({
  decision: CommendationDecision,
  count: v.number(),
  total: MoneyTotal,
  lines: v.array(v.number()),
});
export type CommendationLinesWrittenView = v.InferOutput<typeof CommendationLinesWrittenView>;

/**
 * Suspicions about a decision. The first page looks at the whole decision; each page compares its lines with
 * initiatives and other decisions. `next` continues as `after`.
 */
export const CommendationWarningsView = v.strictObject({
  version: v.number(),
  warnings: v.array(CommendationWarning),
  next: v.nullable(v.number()),
});
export type CommendationWarningsView = v.InferOutput<typeof CommendationWarningsView>;

/** Lines that recognised initiatives or models of a year suggest. `listed`: the decision has the line already. */
export const CommendationCandidatesView = v.strictObject({
  candidates: v.array(
    v.strictObject({ line: LineView, unit: Named, title: v.string(), listed: v.boolean() }),
  ),
  cursor: v.nullable(v.string()),
});
export type CommendationCandidatesView = v.InferOutput<typeof CommendationCandidatesView>;

const AwardDecision = v.pick(CommendationDecision, [
  "id",
  "unit",
  "year",
  "issuer",
  "level",
  "line",
  "subject",
  "state",
  "number",
  "signedOn",
]);

/** Awards under a name, by recipient. `certain` is false where the birth or founding year is unknown. */
export const AwardsView = v.strictObject({
  name: v.string(),
  groups: v.array(
    v.strictObject({
      name: v.string(),
      birthYear: v.nullable(v.number()),
      certain: v.boolean(),
      awards: v.array(v.strictObject({ ...AwardSummary.entries, of: AwardDecision })),
    }),
  ),
});
export type AwardsView = v.InferOutput<typeof AwardsView>;

/** All that is stored about a recipient of commendations, returned at the person's request. */
export const AwardedPersonView = v.strictObject({
  name: v.string(),
  birthYear: v.nullable(v.number()),
  awards: v.array(v.strictObject({ ...CommendationLine.entries, of: AwardDecision })),
  /** Roles of staff who see it. */
  readers: v.array(v.string()),
});
export type AwardedPersonView = v.InferOutput<typeof AwardedPersonView>;

const recordList = {
  unit: Named,
  year: v.number(),
  may: v.strictObject({ write: v.boolean() }),
  today: v.string(),
};

export const BlocsView = v.strictObject({ ...recordList, records: v.array(Bloc) });
export type BlocsView = v.InferOutput<typeof BlocsView>;

export const NominationsView = v.strictObject({ ...recordList, records: v.array(Nomination) });
export type NominationsView = v.InferOutput<typeof NominationsView>;
