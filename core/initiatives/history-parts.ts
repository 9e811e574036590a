import { Application, applicationPrivacy } from "./application.ts";
import type { Attachment } from "./attachment.ts";
import { isAlwaysErased, type PersonalField } from "./personal-fields.ts";

type Rows = typeof applicationPrivacy;
type AlwaysErased<K extends keyof Rows> = Rows[K] extends { erased: "unlessRecognised" | "never" }
  ? never
  : K;

type PersonField = { [K in keyof Rows]: AlwaysErased<K> }[keyof Rows];

const personFields = (Object.keys(applicationPrivacy) as (keyof Application)[]).filter(
  (name): name is PersonField => isAlwaysErased(applicationPrivacy[name]),
);

/** Parts not listed here are always erased. */
const eventParts = {
  coAuthor: { erased: "always" },
  word: { erased: "always" },
  attachments: { erased: "always" },
  content: { erased: "unlessRecognised" },
  reason: { erased: "unlessRecognised" },
  opinion: { erased: "unlessRecognised" },
  explanation: { erased: "unlessRecognised" },
} as const satisfies Record<string, PersonalField<string>>;

/** Each part has its own commitment and can be erased alone. */
export type PersonalParts = {
  [K in `author${number}` | Exclude<PersonField, "authors"> | keyof typeof eventParts]?: unknown;
};

export const isAuthorPart = (name: string): boolean => /^author\d+$/.test(name);

export const isPersonPart = (name: string): boolean =>
  isAuthorPart(name) || (personFields as string[]).includes(name);

export function isAlwaysErasedPart(name: string): boolean {
  const rows: Record<string, { erased?: "always" | "unlessRecognised" }> = eventParts;
  return isAlwaysErased(rows[name] ?? {});
}

export const personEntries = Object.fromEntries(
  personFields.map((name) => [name, Application.pipe[0].entries[name]]),
) as Pick<(typeof Application)["pipe"][0]["entries"], PersonField>;

export function personFieldsOf(application: Application): Pick<Application, PersonField> {
  return Object.fromEntries(personFields.map((name) => [name, application[name]])) as Pick<
    Application,
    PersonField
  >;
}

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
