import type { authorsVi } from "#core/words/vi/authors.ts";

export const authorsEn: Readonly<Record<keyof typeof authorsVi, string>> = {
  "authorKind.individual": "A person",
  "authorKind.collective": "A collective",
  "authorKind.household": "A household",
  "affiliation.front": "The Front",
  "affiliation.memberOrganisation": "A member organisation of the Front",
  "affiliation.stateBody": "A state body",
  "affiliation.publicUnit": "A public service unit (school, hospital…)",
  "affiliation.enterprise": "An enterprise or cooperative",
  "affiliation.citizen": "A citizen",
};
