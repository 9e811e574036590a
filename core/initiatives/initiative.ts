import * as v from "valibot";
import { Level, System } from "#core/units/unit.ts";
import { Application, channels, initiativeKinds } from "./application.ts";
import { Attachments } from "./attachment.ts";
import { Event } from "./history.ts";
import { State } from "./lifecycle.ts";
import { NameConsent, publicNames } from "./publish-name.ts";
import { Recognition } from "./recognition.ts";

const common = {
  id: v.string(),
  /** Rises by one with each write; every write is conditional on it. */
  version: v.number(),
  campaign: v.nullable(v.string()),
  /** The campaign's year, fixed at registration. */
  year: v.number(),
  unit: v.string(),
  /** The unit and its ancestors as the campaign froze them, smallest first. */
  path: v.array(v.string()),
  system: System,
  state: State,
  recognitions: v.array(Recognition),
};

/** An initiative that came in through the application form. */
export const FormInitiative = v.strictObject({
  origin: v.literal("application"),
  ...common,
  campaign: v.string(),
  channel: v.picklist(channels),
  receivedAt: v.string(),
  /** It was received after the campaign's last day, within the hours of grace. */
  late: v.boolean(),
  changedAt: v.string(),
  /** The running number in the unit's register of the year, given at acceptance, without gaps. */
  number: v.nullable(v.number()),
  /** The unit in whose register that number stands, where the dossier has moved to another since. */
  registeredAt: v.optional(v.string()),
  /** The day on which it was given. */
  acceptedOn: v.nullable(v.string()),
  /** The day by which whoever has it must act; null at an end. */
  dueOn: v.nullable(v.string()),
  /** The council that has it, with the unit at which that sits; the level is that of the unit when the campaign opened. */
  council: v.nullable(v.strictObject({ id: v.string(), unit: v.string(), level: Level })),
  application: Application,
  /** The files sent with it. */
  attachments: Attachments,
  /** When the consent was given, and to which version of the text. */
  consent: v.strictObject({ version: v.string(), at: v.string() }),
  /** Who lets their name be published; whoever has not said so does not. */
  nameConsents: v.array(NameConsent),
  accessKeyHash: v.string(),
  /** The hash of the key that the form's secret gave, once another key has taken its place: by it a retry is still known. */
  submittedKeyHash: v.optional(v.string()),
  bodyHash: v.string(),
  /** The first event lies here, so that a submission is one write; its openings are the application under these salts, until a resubmission. */
  first: Event,
  salts: v.record(v.string(), v.string()),
  /** The first application, once another has taken its place. */
  firstApplication: v.nullable(Application),
  /** The files of the first application, likewise. */
  firstAttachments: v.optional(Attachments),
  /** The last event, behind which the next one is sealed; the first itself is not kept twice. */
  last: v.nullable(Event),
});
export type FormInitiative = v.InferOutput<typeof FormInitiative>;

/** A recognised title that is known only from a cited document: no authors, no dates, no decision, and none invented. */
export const DocumentInitiative = v.strictObject({
  origin: v.literal("document"),
  ...common,
  title: v.string(),
  /** The title as it was printed, where that has a slip. */
  titleAsPublished: v.nullable(v.string()),
  organisation: v.string(),
  /** The id of the cited document. */
  source: v.string(),
});
export type DocumentInitiative = v.InferOutput<typeof DocumentInitiative>;

export const Initiative = v.variant("origin", [FormInitiative, DocumentInitiative]);
export type Initiative = v.InferOutput<typeof Initiative>;

/** What lists show of an initiative; the indexes project exactly this. */
export const InitiativeSummary = v.strictObject({
  id: v.string(),
  origin: v.picklist(["application", "document"]),
  /** Empty where it has been erased, as is `author`. */
  title: v.string(),
  kind: v.nullable(v.picklist(initiativeKinds)),
  state: State,
  year: v.number(),
  unit: v.string(),
  system: System,
  /** The first author's name, for staff; null for a cited document. */
  author: v.nullable(v.string()),
  authors: v.number(),
  receivedAt: v.nullable(v.string()),
  late: v.boolean(),
  dueOn: v.nullable(v.string()),
  number: v.nullable(v.number()),
  council: v.nullable(v.string()),
  recognitions: v.array(Recognition),
  organisation: v.nullable(v.string()),
  /** The names of those who agreed to have them published. */
  publicAuthors: v.array(v.string()),
  /** The cited document that prints the title; null for an application. */
  published: v.nullable(v.strictObject({ document: v.string(), titleAsPublished: v.nullable(v.string()) })),
});
export type InitiativeSummary = v.InferOutput<typeof InitiativeSummary>;

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
      publicAuthors: [],
      published: { document: initiative.source, titleAsPublished: initiative.titleAsPublished },
    };
  const { application, receivedAt, late, dueOn, number, council } = initiative;
  return {
    ...both,
    title: application.title,
    kind: application.kind,
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
