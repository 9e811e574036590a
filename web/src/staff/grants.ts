import type { SessionView } from "../../../functions/api/views.ts";

interface Named {
  id: string;
  name: string;
}

const unique = (places: Named[]): Named[] => [...new Map(places.map((place) => [place.id, place])).values()];

/** Units whose inbox the person clears. */
export function reviewedUnits({ grants }: SessionView): Named[] {
  return unique(
    grants.flatMap((grant) => (grant.role === "reviewer" ? [{ id: grant.unit, name: grant.unitName }] : [])),
  );
}

/** Units whose inbox and register the person may read: reviewers and administrators. */
export function readUnits({ grants }: SessionView): Named[] {
  return unique(
    grants.flatMap((grant) =>
      grant.role === "reviewer" || grant.role === "administrator"
        ? [{ id: grant.unit, name: grant.unitName }]
        : [],
    ),
  );
}

/** Councils on which the person sits, or which they serve as secretary. */
export function servedCouncils({ grants }: SessionView): Named[] {
  return unique(
    grants.flatMap((grant) =>
      "council" in grant ? [{ id: grant.council, name: grant.councilName ?? grant.council }] : [],
    ),
  );
}
