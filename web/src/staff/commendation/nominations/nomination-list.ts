import { findWords } from "#core/base/search-key.ts";
import type { Nomination } from "#core/commendation/nomination.ts";
import { useNavigate, useSearchParams } from "../../../router.ts";
import { pathTo } from "../../parts/address.ts";
import { listedUnit, readUnits } from "../../parts/grants.ts";
import { createLoad } from "../../parts/loading.tsx";
import { useSession } from "../../parts/session.tsx";
import { readNominations } from "../api.ts";
import { nominationStates, sortNominations } from "./typed-nomination.ts";

type Query = Record<"unit" | "year" | "state" | "q", string>;

export const listStates = [...nominationStates, "withdrawn"] as const;
type ListState = (typeof listStates)[number];

export const isIn = (nomination: Nomination, state: ListState): boolean =>
  state === "withdrawn" ? nomination.withdrawn : !nomination.withdrawn && nomination.state === state;

/** A unit's nominations of all years, with the filters of the address. Call during component setup. */
export function createNominationList() {
  const { session } = useSession();
  const navigate = useNavigate();
  const [search] = useSearchParams<Query>();
  const units = () => readUnits(session());
  const unit = () => listedUnit(session(), units(), search.unit);
  const load = createLoad(unit, readNominations);
  const all = () => load.data()?.records ?? [];
  const state = () => listStates.find((each) => each === search.state) ?? null;
  const ofYear = () => all().filter(({ year }) => !search.year || String(year) === search.year);
  const address = (change: Partial<Query>) =>
    pathTo("nominations", {
      unit: units().length > 1 ? unit() : null,
      ...{ year: search.year, state: search.state, q: search.q },
      ...change,
    });
  return {
    units,
    unit,
    load,
    search,
    all,
    ofYear,
    years: () => [...new Set(all().map(({ year }) => String(year)))].sort().toReversed(),
    state,
    shown: () => {
      const of = state();
      const matches = ({ name, award, target }: Nomination) =>
        !search.q || findWords(`${name} ${award} ${target}`, search.q) !== null;
      return sortNominations(ofYear()).filter(
        (each) => (of === null ? !each.withdrawn : isIn(each, of)) && matches(each),
      );
    },
    address,
    go: (change: Partial<Query>, replace = false) => navigate(address(change), { scroll: false, replace }),
  };
}

export type NominationList = ReturnType<typeof createNominationList>;
