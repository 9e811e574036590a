import * as v from "valibot";
import { AwardSummary } from "#core/commendation/awards.ts";
import { Bloc } from "#core/commendation/bloc.ts";
import { CertificateSetting } from "#core/commendation/certificate.ts";
import { CommendationDecision, CommendationEntry, CommendationSummary } from "#core/commendation/decision.ts";
import { AwardFormKey, AwardLevel, awardKinds, RecipientKind } from "#core/commendation/forms.ts";
import { CommendationLine } from "#core/commendation/line.ts";
import { MoneyTotal } from "#core/commendation/line-sum.ts";
import { ComputedMoney } from "#core/commendation/money.ts";
import { Nomination } from "#core/commendation/nomination.ts";
import { CommendationWarning } from "#core/commendation/warning.ts";
import { Named } from "../units/views.ts";

const Words = v.strictObject({ vi: v.string(), en: v.string() });

/** Forms and titles of commendation, with names by level. */
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

const LineView = v.omit(CommendationLine, ["n", "erased", "cancellation"]);

const CommendationRights = v.strictObject({ write: v.boolean(), issue: v.boolean(), erase: v.boolean() });

/**
 * A unit's decisions of a year, newest first; `below` adds those of the units below it, by pages in order of the
 * units. `total` includes computed defaults.
 */
export const CommendationsView = v.strictObject({
  unit: Named,
  year: v.number(),
  below: v.boolean(),
  decisions: v.array(
    v.strictObject({
      ...CommendationSummary.entries,
      unitName: v.string(),
      count: v.number(),
      total: MoneyTotal,
    }),
  ),
  cursor: v.nullable(v.string()),
  may: CommendationRights,
  today: v.string(),
});
export type CommendationsView = v.InferOutput<typeof CommendationsView>;

/** Names of lines that entries about few lines mention, as far as they are still there. */
const LoggedLines = v.array(v.strictObject({ n: v.number(), name: v.string() }));

/** Log entries in order. `before` is the cursor of earlier entries, or null. */
export const CommendationLogView = v.strictObject({
  log: v.array(CommendationEntry),
  logged: LoggedLines,
  before: v.nullable(v.number()),
});
export type CommendationLogView = v.InferOutput<typeof CommendationLogView>;

/** A decision without its lines, with its newest log entries. `total.without` counts lines without an amount. */
export const CommendationView = v.strictObject({
  decision: CommendationDecision,
  unit: Named,
  count: v.number(),
  total: MoneyTotal,
  log: v.array(CommendationEntry),
  logged: LoggedLines,
  /** Cursor of earlier log entries; null if there are none. */
  logBefore: v.nullable(v.number()),
  /** Each right is false if the state or the viewer's role forbids the action. */
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

/** A page of lines with computed default bonuses. `next`: value of `after` for the next page. */
export const CommendationLinesView = v.strictObject({
  version: v.number(),
  lines: v.array(v.strictObject({ ...CommendationLine.entries, computed: ComputedMoney })),
  next: v.nullable(v.number()),
});
export type CommendationLinesView = v.InferOutput<typeof CommendationLinesView>;

/** The decision after a change of lines. `lines`: numbers of the affected lines. */
export const CommendationLinesWrittenView = v.strictObject({
  decision: CommendationDecision,
  count: v.number(),
  total: MoneyTotal,
  lines: v.array(v.number()),
});
export type CommendationLinesWrittenView = v.InferOutput<typeof CommendationLinesWrittenView>;

/**
 * Warnings about a page of lines, on the first page also about the decision itself. `next`: value of `after`
 * for the next page.
 */
export const CommendationWarningsView = v.strictObject({
  version: v.number(),
  warnings: v.array(CommendationWarning),
  next: v.nullable(v.number()),
});
export type CommendationWarningsView = v.InferOutput<typeof CommendationWarningsView>;

/**
 * Lines suggested by recognised initiatives or models of a year. `listed`: the decision already has the line.
 */
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

/** Awards under a name, by recipient. `certain` is false if the birth or founding year is unknown. */
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

/** All stored data about a recipient, returned at the person's request. */
export const AwardedPersonView = v.strictObject({
  name: v.string(),
  birthYear: v.nullable(v.number()),
  awards: v.array(v.strictObject({ ...CommendationLine.entries, of: AwardDecision })),
  /** Nominations of this name, perhaps of a namesake, because they have no birth year. */
  nominations: v.array(v.omit(Nomination, ["kind", "path"])),
  /** Roles of staff who may read the awards. */
  readers: v.array(v.string()),
});
export type AwardedPersonView = v.InferOutput<typeof AwardedPersonView>;

/** `setting` is null while the unit prints at the usual positions. */
export const CertificatePlaceView = v.strictObject({
  unit: Named,
  setting: v.nullable(CertificateSetting),
  may: v.strictObject({ write: v.boolean() }),
});
export type CertificatePlaceView = v.InferOutput<typeof CertificatePlaceView>;

const recordList = {
  unit: Named,
  may: v.strictObject({ write: v.boolean(), erase: v.boolean() }),
  today: v.string(),
};

export const BlocsView = v.strictObject({ ...recordList, year: v.number(), records: v.array(Bloc) });
export type BlocsView = v.InferOutput<typeof BlocsView>;

/** `year` is null for all years. */
export const NominationsView = v.strictObject({
  ...recordList,
  year: v.nullable(v.number()),
  records: v.array(Nomination),
});
export type NominationsView = v.InferOutput<typeof NominationsView>;
