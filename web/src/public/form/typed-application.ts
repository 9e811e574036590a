import type { Application, ApplicationInput } from "#core/initiatives/application.ts";
import type { Attachment } from "#core/initiatives/attachment.ts";
import { typeAttachments } from "../../attachments/typed-attachment.ts";
import { writeDay } from "../../dates.ts";
import { readAuthor, typeAuthor } from "./typed-author.ts";
import type { TypedForm } from "./typed-form.ts";
import { readTypedDay } from "./typed-values.ts";

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
    authors: authors.map(typeAuthor),
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
    authors: authors.map(readAuthor),
    participants: participants.map((person) => ({ ...person, birthDate: readTypedDay(person.birthDate) })),
    contact: { phone, email },
    declared,
    consent: consented === consent ? consent : "",
  };
  // The schema checks the types.
  return read as Partial<ApplicationInput>;
}
