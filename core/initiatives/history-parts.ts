import { Application, applicationPrivacy } from "./application.ts";
import type { Attachment } from "./attachment.ts";
import { isAlwaysErased, type PersonalField } from "./personal-fields.ts";

type Rows = typeof applicationPrivacy;
type AlwaysErased<K extends keyof Rows> = Rows[K] extends { erased: "unlessRecognised" | "never" }
  ? never
  : K;

/** Fields of the form about people: each is erased whatever was recognised, and none is part of its content. */
type PersonField = { [K in keyof Rows]: AlwaysErased<K> }[keyof Rows];

const personFields = (Object.keys(applicationPrivacy) as (keyof Application)[]).filter(
  (name): name is PersonField => isAlwaysErased(applicationPrivacy[name]),
);

/** Other personal values of events. A part that is not listed is always erased. */
const eventParts = {
  /** The author whom an answer is about. */
  coAuthor: { erased: "always" },
  /** The text that a co-author adds to an answer. */
  word: { erased: "always" },
  attachments: { erased: "always" },
  content: { erased: "unlessRecognised" },
  reason: { erased: "unlessRecognised" },
  opinion: { erased: "unlessRecognised" },
  explanation: { erased: "unlessRecognised" },
} as const satisfies Record<string, PersonalField<string>>;

/** Personal values of an event by part, each with a commitment of its own, so that it can be erased apart. */
export type PersonalParts = {
  [K in `author${number}` | Exclude<PersonField, "authors"> | keyof typeof eventParts]?: unknown;
};

export const isAuthorPart = (name: string): boolean => /^author\d+$/.test(name);

/** True for a part that is an author or another person's data from the form. */
export const isPersonPart = (name: string): boolean =>
  isAuthorPart(name) || (personFields as string[]).includes(name);

/** True for a part that an erasure of everybody removes although a recognition stands. */
export function isAlwaysErasedPart(name: string): boolean {
  const rows: Record<string, { erased?: "always" | "unlessRecognised" }> = eventParts;
  return isAlwaysErased(rows[name] ?? {});
}

/** The schema of the fields about people. */
export const personEntries = Object.fromEntries(
  personFields.map((name) => [name, Application.pipe[0].entries[name]]),
) as Pick<(typeof Application)["pipe"][0]["entries"], PersonField>;

/** What an application says about people. */
export function personFieldsOf(application: Application): Pick<Application, PersonField> {
  return Object.fromEntries(personFields.map((name) => [name, application[name]])) as Pick<
    Application,
    PersonField
  >;
}

/** An application as parts: each author, the data of other people, its files where there are any, and the content. */
export function partsOf(application: Application, attachments: readonly Attachment[] = []): PersonalParts {
  const people = personFieldsOf(application);
  const { authors, ...others } = people;
  const content = Object.entries(application).filter(([name]) => !(name in people));
  return {
    ...Object.fromEntries(authors.map((author, i) => [`author${i}`, author])),
    ...others,
    ...(attachments.length > 0 ? { attachments } : {}),
    content: Object.fromEntries(content),
  };
}
