import type { SessionView } from "../../../../functions/api/staff/views.ts";

interface Named {
  id: string;
  name: string;
}

const unique = <T extends Named>(places: T[]): T[] => [
  ...new Map(places.map((place) => [place.id, place])).values(),
];

export function reviewedUnits({ grants }: SessionView): Named[] {
  return unique(
    grants.flatMap((grant) => (grant.role === "reviewer" ? [{ id: grant.unit, name: grant.unitName }] : [])),
  );
}

/** Readable units: reviewed units, then units below an administered unit, then that unit itself. */
export function readUnits(session: SessionView): Named[] {
  const reviewed = reviewedUnits(session);
  const own = session.grants.flatMap(({ role, unit, unitName }) =>
    role === "administrator" ? [{ id: unit, name: unitName }] : [],
  );
  if (own.length === 0) return reviewed;
  const below = session.units.filter(
    ({ id, validTo }) => validTo === null && !own.some((unit) => unit.id === id),
  );
  return unique([...reviewed, ...below.map(({ id, name }) => ({ id, name })), ...own]);
}

/** Administered units, including all units below. */
export function administeredUnits(session: SessionView): Named[] {
  const own = session.grants.flatMap(({ role, unit, unitName }) =>
    role === "administrator" ? [{ id: unit, name: unitName }] : [],
  );
  if (own.length === 0) return [];
  const below = session.units.filter(({ validTo }) => validTo === null);
  return unique([...own, ...below.map(({ id, name }) => ({ id, name }))]);
}

/** Listed unit: from the URL, else from the grants, else the first. Null if `units` is empty. */
export function listedUnit(
  { grants }: SessionView,
  units: readonly { id: string }[],
  asked: string | undefined,
): string | null {
  const known = (id: string | undefined) => units.find((unit) => unit.id === id)?.id;
  const own = grants.map(({ unit }) => known(unit)).find(Boolean);
  return known(asked) ?? own ?? units[0]?.id ?? null;
}

export function servedCouncils({ grants }: SessionView): (Named & { unit: string })[] {
  return unique(
    grants.flatMap((grant) =>
      "council" in grant
        ? [{ id: grant.council, name: grant.councilName ?? grant.unitName, unit: grant.unit }]
        : [],
    ),
  );
}
