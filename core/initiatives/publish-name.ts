import * as v from "valibot";
import { erased } from "#core/base/text.ts";

/** Version of the consent text for publishing names after recognition. */
export const nameConsentVersion = "cong-bo-ten-1";

/** Empty without consent; consent is voluntary (Luật 91/2025/QH15). */
export const PublishName = v.optional(v.picklist(["", nameConsentVersion], "publishName.outdated"), "");
export type PublishName = v.InferOutput<typeof PublishName>;

export const NameConsent = v.strictObject({ author: v.number(), version: v.string(), at: v.string() });
export type NameConsent = v.InferOutput<typeof NameConsent>;

interface Named {
  application: { authors: readonly { fullName: string }[] };
}

/** On the web only the first author consents; co-authors are asked separately. All authors sign on paper. */
export function submittedConsents(
  { publishName, channel, application }: Named & { publishName: PublishName; channel: "web" | "paper" },
  at: string,
): NameConsent[] {
  if (publishName === "") return [];
  const signed = channel === "paper" ? application.authors : application.authors.slice(0, 1);
  return signed.map((_, author) => ({ author, version: publishName, at }));
}

export function withConsent(
  consents: readonly NameConsent[],
  { author, publishName }: { author: number; publishName: PublishName },
  at: string,
): NameConsent[] {
  const others = consents.filter((consent) => consent.author !== author);
  if (publishName === "") return others;
  return [...others, { author, version: publishName, at }].sort((a, b) => a.author - b.author);
}

export function consentsAfter(
  before: Named & { nameConsents: readonly NameConsent[] },
  after: Named["application"],
): NameConsent[] {
  return before.nameConsents.filter(
    ({ author }) => before.application.authors[author]?.fullName === after.authors[author]?.fullName,
  );
}

export function publicNames({
  application,
  nameConsents,
}: Named & { nameConsents: readonly NameConsent[] }): string[] {
  return nameConsents
    .map(({ author }) => application.authors[author]?.fullName ?? erased)
    .filter((name) => name !== erased);
}
