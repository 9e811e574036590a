import * as v from "valibot";
import { erased } from "#core/base/text.ts";

/** The version of the text by which somebody agrees to have their name published once the initiative is recognised. */
export const nameConsentVersion = "cong-bo-ten-1";

/** The version that was ticked; empty where somebody does not agree, which is no fault (Luật 91/2025/QH15: consent is voluntary). */
export const PublishName = v.optional(v.picklist(["", nameConsentVersion], "publishName.outdated"), "");
export type PublishName = v.InferOutput<typeof PublishName>;

/** That the author at a place in the form agrees to have their name published: to which text, and since when. */
export const NameConsent = v.strictObject({ author: v.number(), version: v.string(), at: v.string() });
export type NameConsent = v.InferOutput<typeof NameConsent>;

/** Whatever names authors. */
interface Named {
  application: { authors: readonly { fullName: string }[] };
}

/**
 * The consents that a submission brings. Nobody agrees for somebody else: on the web the form is the first author's alone, and co-authors are asked
 * on their own page; a paper is signed by all of them.
 */
export function submittedConsents(
  { publishName, channel, application }: Named & { publishName: PublishName; channel: "web" | "paper" },
  at: string,
): NameConsent[] {
  if (publishName === "") return [];
  const signed = channel === "paper" ? application.authors : application.authors.slice(0, 1);
  return signed.map((_, author) => ({ author, version: publishName, at }));
}

/** The consents after somebody has said whether their name may be published. */
export function withConsent(
  consents: readonly NameConsent[],
  { author, publishName }: { author: number; publishName: PublishName },
  at: string,
): NameConsent[] {
  const others = consents.filter((consent) => consent.author !== author);
  if (publishName === "") return others;
  return [...others, { author, version: publishName, at }].sort((a, b) => a.author - b.author);
}

/** The consents that outlive a correction of the form: those of people who stand at their place under the same name. */
export function consentsAfter(
  before: Named & { nameConsents: readonly NameConsent[] },
  after: Named["application"],
): NameConsent[] {
  return before.nameConsents.filter(
    ({ author }) => before.application.authors[author]?.fullName === after.authors[author]?.fullName,
  );
}

/** The names that may be published, in the order of the form. */
export function publicNames({
  application,
  nameConsents,
}: Named & { nameConsents: readonly NameConsent[] }): string[] {
  return nameConsents
    .map(({ author }) => application.authors[author]?.fullName ?? erased)
    .filter((name) => name !== erased);
}
