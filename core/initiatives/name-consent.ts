import * as v from "valibot";
import { wholeNumber } from "#core/base/bounds.ts";
import { Problem } from "#core/base/problems.ts";
import { erased } from "#core/base/text.ts";
import type { FormInitiative } from "./initiative.ts";
import { type EventContext, noteOn } from "./note.ts";
import { PublishName, withConsent } from "./publish-name.ts";
import type { Transition } from "./transition.ts";

/** The body of `POST /api/initiatives/:id/name-consent`. */
export const NameConsentChange = v.strictObject({
  author: wholeNumber("nameConsent.author.invalid", { max: 19 }),
  publishName: PublishName,
});
export type NameConsentChange = v.InferOutput<typeof NameConsentChange>;

/** Notes that an author agrees, or no longer agrees, to have their name published. Null where that is what is kept. */
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
