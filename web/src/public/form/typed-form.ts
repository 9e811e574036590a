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
/** The words of each field, in reading order. */
export const authorWords: Record<keyof Author, Word> = { ...personWords, share: "form.share" };
export const participantWords: Record<keyof Participant, Word> = { ...personWords, work: "form.work" };

/** The form as it is typed: every answer a text, also one that is not right yet. */
export interface TypedForm {
  kind: "" | "solution" | "idea";
  authors: TypedAuthor[];
  phone: string;
  email: string;
  title: string;
  /** The id of the receiving unit; empty until one is chosen. */
  unit: string;
  /** What stands in the field of the unit while none is chosen by it. */
  unitTyped: string;
  /** The campaign that was chosen among several that take from this unit; empty where nobody chose. */
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
  /** The version of the consent that was ticked; empty while it is not. */
  consented: string;
  /** The version of the text by which the name may be published; empty where it may not. */
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

/** A form with nothing in it yet: one author, who did all of it until there is another. */
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

/** The form as somebody would have typed it, for correcting what was returned. Declaration and consent are given anew. */
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

/** What the typed form says, in the shape of the schema. A consent to an earlier text is none. */
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
  // What is not right yet has no place in the type; the schema is what judges it.
  return read as Partial<ApplicationInput>;
}

/** The shares of all authors, divided equally. */
export const dividedShares = (count: number): string[] => divideShares(count).map(writeShare);
