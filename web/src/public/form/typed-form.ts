import type { Application, ApplicationInput } from "#core/initiatives/application.ts";
import type { Attachment } from "#core/initiatives/attachment.ts";
import type { Author, Participant } from "#core/initiatives/person.ts";
import { type TypedAttachment, typeAttachments } from "../../attachments/typed-attachment.ts";
import { writeDay } from "../../dates.ts";
import type { Word } from "../../language.tsx";
import { divideShares, readTypedDay, readTypedShare, writeShare } from "./typed-values.ts";

export type TypedAuthor = Record<keyof Author, string>;
export type TypedParticipant = Record<keyof Participant, string>;
type TypedPerson = Record<keyof Author & keyof Participant, string>;

const personWords: Record<keyof TypedPerson, Word> = {
  fullName: "form.fullName",
  birthDate: "form.birthDate",
  workplace: "form.workplace",
  position: "form.position",
  qualification: "form.qualification",
};
/** Labels in reading order. */
export const authorWords: Record<keyof Author, Word> = { ...personWords, share: "form.share" };
export const participantWords: Record<keyof Participant, Word> = { ...personWords, work: "form.work" };

/** The form's answers as typed text, valid or not. */
export interface TypedForm {
  kind: "" | "solution" | "idea";
  authors: TypedAuthor[];
  phone: string;
  email: string;
  title: string;
  unit: string;
  /** Search text while no unit is chosen. */
  unitTyped: string;
  /** Id of the chosen campaign; empty for the unit's first. */
  campaign: string;
  field: string;
  investor: string;
  firstUsedOn: string;
  substance: string;
  confidential: string;
  conditions: string;
  benefitsByAuthor: string;
  benefitsByUsers: string;
  participants: TypedParticipant[];
  attachments: TypedAttachment[];
  declared: boolean;
  /** Version of the ticked consent. */
  consented: string;
  /** Version of the ticked consent to publish the name. */
  publishName: string;
}

const emptyPerson: TypedPerson = {
  fullName: "",
  birthDate: "",
  workplace: "",
  position: "",
  qualification: "",
};

export const emptyAuthor = (): TypedAuthor => ({ ...emptyPerson, share: "" });
export const emptyParticipant = (): TypedParticipant => ({ ...emptyPerson, work: "" });

export function emptyForm(unit = ""): TypedForm {
  return {
    kind: "",
    authors: [{ ...emptyAuthor(), share: "100" }],
    phone: "",
    email: "",
    title: "",
    unit,
    unitTyped: "",
    campaign: "",
    field: "",
    investor: "",
    firstUsedOn: "",
    substance: "",
    confidential: "",
    conditions: "",
    benefitsByAuthor: "",
    benefitsByUsers: "",
    participants: [],
    attachments: [],
    declared: false,
    consented: "",
    publishName: "",
  };
}

/** Form for correcting an application. Declaration and consent must be given again. */
export function typeForm(
  application: Application,
  unit: string,
  attachments: readonly Attachment[] = [],
): TypedForm {
  const { contact, authors, participants, declared: _, consent: __, ...content } = application;
  return {
    ...content,
    ...contact,
    firstUsedOn: writeDay(application.firstUsedOn),
    authors: authors.map((author) => ({
      ...author,
      birthDate: writeDay(author.birthDate),
      share: writeShare(author.share),
    })),
    participants: participants.map((person) => ({ ...person, birthDate: writeDay(person.birthDate) })),
    attachments: typeAttachments(attachments),
    unit,
    unitTyped: "",
    campaign: "",
    declared: false,
    consented: "",
    publishName: "",
  };
}

/** Parses the typed answers. Consent to an earlier version does not count. */
export function readForm(form: TypedForm, consent: string): Partial<ApplicationInput> {
  const {
    phone,
    email,
    unit: _,
    unitTyped: __,
    campaign: _____,
    kind,
    field,
    declared,
    consented,
    authors,
    participants,
    attachments: ___,
    publishName: ____,
    ...texts
  } = form;
  const read = {
    ...texts,
    kind,
    field,
    firstUsedOn: kind === "idea" ? "" : readTypedDay(form.firstUsedOn),
    authors: authors.map((author) => ({
      ...author,
      birthDate: readTypedDay(author.birthDate),
      share: readTypedShare(author.share),
    })),
    participants: participants.map((person) => ({ ...person, birthDate: readTypedDay(person.birthDate) })),
    contact: { phone, email },
    declared,
    consent: consented === consent ? consent : "",
  };
  // The types are not validated yet; the schema checks them.
  return read as Partial<ApplicationInput>;
}

export const dividedShares = (count: number): string[] => divideShares(count).map(writeShare);
