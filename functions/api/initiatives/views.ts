import * as v from "valibot";
import { effortKinds } from "#core/base/effort.ts";
import { Application, channels } from "#core/initiatives/application.ts";
import { Attachment, AttachmentState } from "#core/initiatives/attachment.ts";
import { CoAuthorStatus } from "#core/initiatives/co-author.ts";
import { RecordedDecision } from "#core/initiatives/decision-correction.ts";
import { Actor, Statement } from "#core/initiatives/history.ts";
import { InitiativeSummary } from "#core/initiatives/initiative.ts";
import { type Move, moves, notes, State } from "#core/initiatives/lifecycle.ts";
import { Author } from "#core/initiatives/person.ts";
import { PersonalData } from "#core/initiatives/personal-data.ts";
import { NameConsent } from "#core/initiatives/publish-name.ts";
import { Recognition } from "#core/initiatives/recognition.ts";
import { RegisterEntry } from "#core/initiatives/register.ts";
import { ReplaceableFiles } from "#core/initiatives/replaced-files.ts";
import { Level, System } from "#core/units/unit.ts";
import { Named } from "../units/views.ts";

/**
 * The client must find the counter whose PBKDF2 key of (nonce ‖ counter as uint32, big-endian) begins with
 * `keyPrefix` (hex).
 */
export const ChallengeView = v.strictObject({
  parameters: v.strictObject({
    algorithm: v.string(),
    nonce: v.string(),
    salt: v.string(),
    cost: v.number(),
    keyLength: v.number(),
    keyPrefix: v.string(),
    /** `until`: seconds since 1970. */
    data: v.strictObject({ for: v.string(), kind: v.picklist(effortKinds), until: v.number() }),
  }),
  signature: v.string(),
});
export type ChallengeView = v.InferOutput<typeof ChallengeView>;

const [checking, clean, refused] = AttachmentState.options;

export const AttachmentView = v.variant("state", [
  v.strictObject({ ...Attachment.entries, ...checking.entries }),
  v.strictObject({ ...Attachment.entries, ...clean.entries }),
  v.strictObject({ ...Attachment.entries, ...refused.entries }),
]);
export type AttachmentView = v.InferOutput<typeof AttachmentView>;

export const HistoryEntry = v.strictObject({
  n: v.number(),
  at: v.string(),
  move: v.picklist(["submit", ...moves, ...notes]),
  from: v.nullable(State),
  to: State,
  role: Actor.entries.role,
  facts: v.record(v.string(), v.unknown()),
  reason: v.nullable(v.string()),
  opinion: v.nullable(v.string()),
  /** Reason for an implausible decision date. */
  explanation: v.nullable(v.string()),
  word: v.nullable(v.string()),
});
export type HistoryEntry = v.InferOutput<typeof HistoryEntry>;

/** Birth dates and contact are empty unless `readsPersonal` is true. */
export const InitiativeView = v.strictObject({
  id: v.string(),
  version: v.number(),
  origin: v.picklist(["application", "document"]),
  /** Title and names are empty after erasure. */
  title: v.string(),
  state: State,
  year: v.number(),
  campaign: v.nullable(v.string()),
  unit: Named,
  system: System,
  channel: v.nullable(v.picklist(channels)),
  receivedAt: v.nullable(v.string()),
  /** True if received in the grace period. */
  late: v.boolean(),
  dueOn: v.nullable(v.string()),
  number: v.nullable(v.number()),
  council: v.nullable(v.strictObject({ ...Named.entries, level: Level })),
  recognitions: v.array(Recognition),
  organisation: v.nullable(v.string()),
  application: v.nullable(Application),
  attachments: v.array(AttachmentView),
  replaceable: ReplaceableFiles,
  /** `history`, `coAuthors` and `nameConsents` are empty for viewers without access. */
  history: v.array(HistoryEntry),
  /** Opinions and reasons addressed to the councils. */
  statements: v.array(Statement),
  decisions: v.array(RecordedDecision),
  /** True if the viewer may read, correct, export and erase birth dates and contact. */
  readsPersonal: v.boolean(),
  coAuthors: v.array(CoAuthorStatus),
  nameConsents: v.array(NameConsent),
  /** True if a resubmitted application must contain the result. */
  asksResult: v.boolean(),
  moves: v.array(v.picklist(moves)),
  demo: v.boolean(),
});
export type InitiativeView = v.InferOutput<typeof InitiativeView>;

/** The client posts a multipart form to `url`: fields first, then the file as `file`. */
export const UploadView = v.strictObject({
  id: v.string(),
  url: v.string(),
  fields: v.record(v.string(), v.string()),
});
export type UploadView = v.InferOutput<typeof UploadView>;

/** Links for every author except the first, who submitted. */
export const CoAuthorLinksView = v.strictObject({
  links: v.array(v.strictObject({ author: v.number(), fullName: v.string(), token: v.string() })),
});
export type CoAuthorLinksView = v.InferOutput<typeof CoAuthorLinksView>;

/** Statement that a co-author confirms, without contact and birth dates. */
export const CoAuthorView = v.strictObject({
  id: v.string(),
  title: v.string(),
  unit: v.string(),
  receivedAt: v.string(),
  authors: v.array(
    v.strictObject({
      kind: Author.entries.kind,
      fullName: v.string(),
      representative: Author.entries.representative,
      workplace: v.string(),
      affiliation: Author.entries.affiliation,
      organisation: Author.entries.organisation,
      organisationName: Author.entries.organisationName,
      share: v.number(),
    }),
  ),
  author: v.number(),
  answer: v.nullable(CoAuthorStatus),
  publishesName: v.boolean(),
  demo: v.boolean(),
});
export type CoAuthorView = v.InferOutput<typeof CoAuthorView>;

export const ErasureView = v.strictObject({
  initiative: InitiativeView,
  /** Last day on which backups may hold the erased data. */
  backupsUntil: v.string(),
  kept: v.nullable(v.literal("recognised")),
});
export type ErasureView = v.InferOutput<typeof ErasureView>;

/** `form` follows `moveForms[move]`. */
export interface MoveBody {
  move: Move;
  version: number;
  form: Record<string, unknown>;
}

export const ListView = v.strictObject({ items: v.array(InitiativeSummary), cursor: v.nullable(v.string()) });
export type ListView = v.InferOutput<typeof ListView>;

/** `entry` is null for a title from a cited document. Only reviewers see contacts. */
export const RegisterLine = v.strictObject({
  ...InitiativeSummary.entries,
  entry: v.nullable(RegisterEntry),
});
export type RegisterLine = v.InferOutput<typeof RegisterLine>;

/** One page by running number, or the first 200 matches of a search. */
export const RegisterView = v.strictObject({
  items: v.array(RegisterLine),
  cursor: v.nullable(v.string()),
  /** Number of matches; null without a search. */
  found: v.nullable(v.number()),
});
export type RegisterView = v.InferOutput<typeof RegisterView>;

/** Download link, valid for five minutes; null (status 202) while the receipt is being made. */
export const ReceiptView = v.strictObject({ url: v.nullable(v.string()) });
export type ReceiptView = v.InferOutput<typeof ReceiptView>;

/** The only response that shows the new key. */
export const RenewedKeyView = v.strictObject({ id: v.string(), accessKey: v.string() });
export type RenewedKeyView = v.InferOutput<typeof RenewedKeyView>;

const textOrNull = v.nullable(v.string());
const numberOrNull = v.nullable(v.number());

/** Plain types keep the schemas out of the public API's bundle. */
const DossierAward = v.strictObject({
  ...{ recipientKind: v.string(), name: v.string(), birthYear: numberOrNull, sex: textOrNull },
  ...{ position: v.string(), workplace: v.string(), leader: v.boolean(), system: v.string() },
  ...{ form: v.string(), achievement: v.string(), from: textOrNull, to: textOrNull },
  ...{
    initiative: textOrNull,
    model: textOrNull,
    money: numberOrNull,
    note: v.string(),
    erased: v.boolean(),
    cancellation: v.nullable(
      v.strictObject({
        ...{ ground: v.string(), reason: v.string(), on: v.string() },
        moneyToRecover: numberOrNull,
      }),
    ),
  },
  of: v.strictObject({
    ...{ year: v.number(), issuer: v.string(), subject: v.string() },
    ...{ state: v.string(), number: textOrNull, signedOn: textOrNull },
  }),
});
export type DossierAward = v.InferOutput<typeof DossierAward>;

export const PersonalDataView = v.strictObject({ ...PersonalData.entries, awards: v.array(DossierAward) });
export type PersonalDataView = v.InferOutput<typeof PersonalDataView>;
