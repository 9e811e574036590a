import * as v from "valibot";
import { systemsOfAuthors } from "#core/units/affiliation.ts";
import { Level, System } from "#core/units/unit.ts";
import { Application, channels, initiativeKinds } from "./application.ts";
import { Attachments } from "./attachment.ts";
import { Event } from "./history.ts";
import { State } from "./lifecycle.ts";
import { NameConsent, publicNames } from "./publish-name.ts";
import { Recognition } from "./recognition.ts";

const common = {
  id: v.string(),
  /** Each write checks and increments the version. */
  version: v.number(),
  campaign: v.nullable(v.string()),
  year: v.number(),
  unit: v.string(),
  /** Unit and its ancestors in the campaign's frozen tree, smallest first. */
  path: v.array(v.string()),
  system: System,
  state: State,
  recognitions: v.array(Recognition),
};

export const FormInitiative = v.strictObject({
  origin: v.literal("application"),
  ...common,
  campaign: v.string(),
  channel: v.picklist(channels),
  receivedAt: v.string(),
  late: v.boolean(),
  changedAt: v.string(),
  /** Gapless number in the unit's yearly register, given at acceptance. */
  number: v.nullable(v.number()),
  registeredAt: v.optional(v.string()),
  acceptedOn: v.nullable(v.string()),
  dueOn: v.nullable(v.string()),
  /** `level`: the unit's level when the campaign opened. */
  council: v.nullable(v.strictObject({ id: v.string(), unit: v.string(), level: Level })),
  application: Application,
  attachments: Attachments,
  consent: v.strictObject({ version: v.string(), at: v.string() }),
  nameConsents: v.array(NameConsent),
  accessKeyHash: v.string(),
  submittedKeyHash: v.optional(v.string()),
  bodyHash: v.string(),
  /** Stored in the record, so that a submission is one write. `salts` are those of the first application. */
  first: Event,
  salts: v.record(v.string(), v.string()),
  firstApplication: v.nullable(Application),
  firstAttachments: v.optional(Attachments),
  last: v.nullable(Event),
});
export type FormInitiative = v.InferOutput<typeof FormInitiative>;

/** Recognised title known only from a cited document, without authors or decision. */
export const DocumentInitiative = v.strictObject({
  origin: v.literal("document"),
  ...common,
  title: v.string(),
  titleAsPublished: v.nullable(v.string()),
  /** Words that follow the title in the document: "theo Thông tư số …". */
  remark: v.exactOptional(v.string()),
  organisation: v.string(),
  source: v.string(),
});
export type DocumentInitiative = v.InferOutput<typeof DocumentInitiative>;

export const Initiative = v.variant("origin", [FormInitiative, DocumentInitiative]);
export type Initiative = v.InferOutput<typeof Initiative>;

/** The indexes project exactly these fields. */
export const InitiativeSummary = v.strictObject({
  id: v.string(),
  origin: v.picklist(["application", "document"]),
  /** Empty after an erasure, like `author`. */
  title: v.string(),
  kind: v.nullable(v.picklist(initiativeKinds)),
  state: State,
  year: v.number(),
  unit: v.string(),
  system: System,
  /** Systems of the authors; empty if unknown. */
  authorSystems: v.array(System),
  author: v.nullable(v.string()),
  authors: v.number(),
  receivedAt: v.nullable(v.string()),
  late: v.boolean(),
  dueOn: v.nullable(v.string()),
  number: v.nullable(v.number()),
  council: v.nullable(v.string()),
  recognitions: v.array(Recognition),
  organisation: v.nullable(v.string()),
  publicAuthors: v.array(v.string()),
  published: v.nullable(
    v.strictObject({
      document: v.string(),
      titleAsPublished: v.nullable(v.string()),
      remark: v.exactOptional(v.string()),
    }),
  ),
});
export type InitiativeSummary = v.InferOutput<typeof InitiativeSummary>;

export const titleOf = (initiative: Initiative): string =>
  initiative.origin === "application" ? initiative.application.title : initiative.title;

export function summarise(initiative: Initiative): InitiativeSummary {
  const { id, origin, state, year, unit, system, recognitions } = initiative;
  const both = { id, origin, state, year, unit, system, recognitions };
  if (initiative.origin === "document")
    return {
      ...both,
      title: initiative.title,
      kind: null,
      author: null,
      authors: 0,
      receivedAt: null,
      late: false,
      dueOn: null,
      number: null,
      council: null,
      organisation: initiative.organisation,
      // The document names the initiative's organisation.
      authorSystems: [system],
      publicAuthors: [],
      published: {
        document: initiative.source,
        titleAsPublished: initiative.titleAsPublished,
        ...(initiative.remark === undefined ? {} : { remark: initiative.remark }),
      },
    };
  const { application, receivedAt, late, dueOn, number, council } = initiative;
  return {
    ...both,
    title: application.title,
    kind: application.kind,
    authorSystems: systemsOfAuthors(application.authors),
    author: application.authors[0]?.fullName ?? null,
    authors: application.authors.length,
    receivedAt,
    late,
    dueOn,
    number,
    council: council?.id ?? null,
    organisation: null,
    publicAuthors: publicNames(initiative),
    published: null,
  };
}
