import { commendationStates } from "#core/commendation/decision.ts";
import { recipientKinds } from "#core/commendation/forms.ts";
import type { MoneyTotal } from "#core/commendation/line-sum.ts";
import { countLines, isAddedUp } from "#core/commendation/sums.ts";
import type { CommendationsView } from "../../../../functions/api/commendation/views.ts";
import { useNavigate, useSearchParams } from "../../router.ts";
import { today } from "../../server-time.ts";
import { pathTo } from "../parts/address.ts";
import { readYear } from "../parts/filters.tsx";
import { listedUnit, readUnits } from "../parts/grants.ts";
import { createLoad } from "../parts/loading.tsx";
import { useSession } from "../parts/session.tsx";
import { readCommendations } from "./api.ts";

type Query = Record<"unit" | "year" | "state" | "below" | "recipient", string>;
type ListedDecision = CommendationsView["decisions"][number];

/** A unit's decisions of a year, filtered by the URL. Call during component setup. */
export function createDecisionList() {
  const { session } = useSession();
  const navigate = useNavigate();
  const [search] = useSearchParams<Query>();
  const thisYear = Number(today().slice(0, 4));
  // Includes ended units: their decisions can still be corrected or cancelled.
  const units = () => {
    const read = readUnits(session());
    const ended = session().units.filter(
      ({ id, validTo }) => validTo !== null && !read.some((u) => u.id === id),
    );
    return session().grants.some(({ role }) => role === "administrator") ? [...read, ...ended] : read;
  };
  const unit = () => listedUnit(session(), units(), search.unit);
  const year = () => readYear(search.year, thisYear);
  const state = () => commendationStates.find((each) => each === search.state) ?? null;
  const below = () => search.below === "1";
  const recipient = () => recipientKinds.find((each) => each === search.recipient) ?? null;
  const load = createLoad(
    () => (unit() === null ? null : `${unit()} ${year()} ${below() ? 1 : 0}`),
    (key) => {
      const [of = "", within, all] = key.split(" ");
      return readCommendations(of, Number(within), all === "1");
    },
  );
  /** Lines of the chosen kind of recipient, or all. */
  const countOf = ({ sums, count }: ListedDecision) => {
    const kind = recipient();
    return kind === null ? count : countLines(sums.filter(({ recipientKind }) => recipientKind === kind));
  };
  const shown = () =>
    (load.data()?.decisions ?? []).filter(
      (decision) =>
        (state() === null || decision.state === state()) && (recipient() === null || countOf(decision) > 0),
    );
  const counted = () => shown().filter(isAddedUp);
  return {
    thisYear,
    units,
    unit,
    year,
    state,
    below,
    recipient,
    load,
    countOf,
    shown,
    counted,
    count: () => counted().reduce((sum, decision) => sum + countOf(decision), 0),
    total: () =>
      counted().reduce<MoneyTotal>(
        (sum, { total }) => ({ amount: sum.amount + total.amount, without: sum.without + total.without }),
        { amount: 0, without: 0 },
      ),
    go: (change: Record<string, string | null>) =>
      navigate(
        pathTo("commendations", {
          unit: units().length > 1 ? unit() : null,
          year: search.year,
          state: search.state,
          below: search.below,
          recipient: search.recipient,
          ...change,
        }),
        { scroll: false },
      ),
  };
}

export type DecisionList = ReturnType<typeof createDecisionList>;
