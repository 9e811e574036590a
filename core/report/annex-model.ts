import * as v from "valibot";
import { AwardFormKey, AwardLevel, RecipientKind } from "#core/commendation/forms.ts";
import { qualifiers } from "#core/figures/figure.ts";
import { Decision } from "#core/initiatives/decision.ts";
import { Level } from "#core/units/unit.ts";

export const AnnexInitiative = v.strictObject({
  id: v.string(),
  year: v.number(),
  number: v.nullable(v.number()),
  title: v.string(),
  /** Authors who consented to publication. */
  authors: v.array(v.string()),
  unit: v.string(),
  organisation: v.nullable(v.string()),
  /** The first decision orders the initiative in the annex. */
  recognitions: v.array(v.strictObject({ level: Level, decision: v.nullable(Decision) })),
});
export type AnnexInitiative = v.InferOutput<typeof AnnexInitiative>;

export const AnnexCommendation = v.strictObject({
  group: v.string(),
  form: v.string(),
  recipient: v.string(),
  period: v.string(),
  figure: v.string(),
});
export type AnnexCommendation = v.InferOutput<typeof AnnexCommendation>;

export const AnnexDecision = v.strictObject({
  id: v.string(),
  /** Year of the award. */
  year: v.number(),
  number: v.string(),
  signedOn: v.string(),
  issuer: v.string(),
  level: AwardLevel,
  subject: v.string(),
  awards: v.array(v.strictObject({ form: AwardFormKey, recipientKind: RecipientKind, count: v.number() })),
  /** Names of collectives and residential areas; people are only counted. */
  bodies: v.array(v.string()),
});
export type AnnexDecision = v.InferOutput<typeof AnnexDecision>;

export const NationalForm = v.strictObject({
  year: v.number(),
  rows: v.array(
    v.strictObject({
      recipientKind: RecipientKind,
      meritCertificate: v.number(),
      emulationFighter: v.number(),
      emulationFlag: v.number(),
      medals: v.number(),
    }),
  ),
});
export type NationalForm = v.InferOutput<typeof NationalForm>;

/** Null means unknown. Equal rates share a rank; an unknown or inexact rate has none. */
export const RankedUnit = v.strictObject({
  unit: v.string(),
  name: v.string(),
  registered: v.nullable(v.number()),
  recognised: v.nullable(v.number()),
  rate: v.nullable(v.number()),
  qualifiers: v.strictObject({
    registered: v.exactOptional(v.picklist(qualifiers)),
    recognised: v.exactOptional(v.picklist(qualifiers)),
    rate: v.exactOptional(v.picklist(qualifiers)),
  }),
  rank: v.nullable(v.number()),
});
export type RankedUnit = v.InferOutput<typeof RankedUnit>;

export const ReportAnnexes = v.strictObject({
  recognised: v.array(AnnexInitiative),
  commendations: v.array(AnnexCommendation),
  decisions: v.array(AnnexDecision),
  nationalForm: v.array(NationalForm),
  unitsRanked: v.array(RankedUnit),
});
export type ReportAnnexes = v.InferOutput<typeof ReportAnnexes>;
