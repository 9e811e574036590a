import * as v from "valibot";
import { wholeNumber } from "#core/base/bounds.ts";
import { Problem } from "#core/base/problems.ts";
import { erased } from "#core/base/text.ts";
import type { Application } from "./application.ts";
import { CoAuthorStatus, coAuthorStatuses } from "./co-author.ts";
import type { OpenedEvent } from "./history.ts";
import { isPersonPart, personEntries, personFieldsOf } from "./history-parts.ts";
import { FormInitiative } from "./initiative.ts";
import { openStates } from "./lifecycle.ts";
import { type EventContext, noteOn } from "./note.ts";
import { authorPrivacy, Contact } from "./person.ts";
import { rolesShown } from "./personal-fields.ts";
import { PublishName, withConsent } from "./publish-name.ts";
import { historyOf } from "./submission.ts";
import type { Transition } from "./transition.ts";

export const ContactCorrection = v.strictObject({ contact: Contact });

const readers = {
  names: rolesShown(authorPrivacy.fullName),
  birthDatesAndContact: rolesShown(authorPrivacy.birthDate),
};

/** All data stored about people, returned at their request (Luật 91/2025/QH15). */
export const PersonalData = v.strictObject({
  id: v.string(),
  title: v.string(),
  receivedAt: v.string(),
  consent: FormInitiative.entries.consent,
  nameConsents: FormInitiative.entries.nameConsents,
  ...personEntries,
  coAuthorAnswers: v.array(CoAuthorStatus),
  earlier: v.array(v.strictObject({ at: v.string(), parts: v.record(v.string(), v.unknown()) })),
  erasures: v.array(v.strictObject({ at: v.string(), who: v.string(), author: v.nullable(v.number()) })),
  readers: v.strictObject({
    names: v.pipe(v.array(v.string()), v.readonly()),
    birthDatesAndContact: v.pipe(v.array(v.string()), v.readonly()),
  }),
});
export type PersonalData = v.InferOutput<typeof PersonalData>;

export function personalDataOf(initiative: FormInitiative, events: readonly OpenedEvent[]): PersonalData {
  const { id, receivedAt, consent, nameConsents, application } = initiative;
  const history = historyOf(initiative, events);
  return {
    id,
    title: application.title,
    receivedAt,
    consent,
    nameConsents,
    ...personFieldsOf(application),
    coAuthorAnswers: coAuthorStatuses(initiative, events),
    earlier: history.flatMap(({ event, openings }) => {
      const parts = Object.entries(openings)
        .filter(([name]) => isPersonPart(name))
        .map(([name, { value }]) => [name, value]);
      return parts.length > 0 ? [{ at: event.at, parts: Object.fromEntries(parts) }] : [];
    }),
    erasures: history
      .filter(({ event }) => event.move === "erase")
      .map(({ event: { at, facts } }) => ({
        at,
        who: String(facts.who),
        author: typeof facts.author === "number" ? facts.author : null,
      })),
    readers,
  };
}

/** Null if nothing changes. Throws `move.notAllowed` in a final state. */
export function correctContact(
  before: FormInitiative,
  contact: Application["contact"],
  context: EventContext,
): Transition | null {
  const { application } = before;
  if (!openStates.includes(before.state)) throw new Problem("move.notAllowed");
  if (contact.phone === application.contact.phone && contact.email === application.contact.email) return null;
  const content = { facts: {}, personal: { contact }, application: { ...application, contact } };
  return noteOn(before, "correctContact", content, context);
}

export const NameConsentChange = v.strictObject({
  author: wholeNumber("nameConsent.author.invalid", { max: 19 }),
  publishName: PublishName,
});
export type NameConsentChange = v.InferOutput<typeof NameConsentChange>;

/** Null if nothing changes. */
export function changeNameConsent(
  before: FormInitiative,
  change: NameConsentChange,
  context: EventContext,
): Transition | null {
  const { author, publishName } = change;
  const named = before.application.authors[author];
  if (!named || named.fullName === erased)
    throw new Problem("note.invalid", [{ pointer: "/author", code: "nameConsent.author.invalid" }]);
  const kept = before.nameConsents.find((consent) => consent.author === author);
  if ((kept?.version ?? "") === publishName) return null;
  const noted = noteOn(
    before,
    "changeNameConsent",
    { facts: { author, publishName }, personal: {} },
    context,
  );
  const nameConsents = withConsent(before.nameConsents, change, context.now);
  return { ...noted, initiative: { ...noted.initiative, nameConsents } };
}
