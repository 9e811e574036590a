import { createMemo } from "solid-js";
import type { RecordKind } from "#core/activities/record.ts";
import { findWords } from "#core/base/search-key.ts";
import { useNavigate, useSearchParams } from "../../router.ts";
import { today } from "../../server-time.ts";
import { pathTo } from "../parts/address.ts";
import { readYear } from "../parts/filters.tsx";
import { listedUnit, readUnits } from "../parts/grants.ts";
import { createLoad } from "../parts/loading.tsx";
import { useSession } from "../parts/session.tsx";
import { readRecords, type Views } from "./api.ts";

export const recordPages = { activity: "activities", model: "models", replication: "replications" } as const;

export type ItemOf<K extends RecordKind> = Views[K]["list"]["items"][number];

type Query = Record<"unit" | "below" | "year" | "q" | "kind" | "state" | "field" | "mark", string>;
export type ListQuery = { [K in keyof Query]?: string | undefined };

/** The URL contains the filters. */
export function createRecordList<K extends RecordKind>(kind: K) {
  const { session } = useSession();
  const navigate = useNavigate();
  const [search] = useSearchParams<Query>();
  const page: (typeof recordPages)[RecordKind] = recordPages[kind];
  const units = () => readUnits(session());
  const unit = () => listedUnit(session(), units(), search.unit);
  const below = () => search.below !== "0";
  const thisYear = Number(today().slice(0, 4));
  const year = () => readYear(search.year, thisYear);
  // A memo, so that filters applied on the page do not reload the list.
  const key = createMemo(() =>
    unit() === null ? null : [unit(), below(), kind === "activity" ? year() : ""].join(" "),
  );
  const load = createLoad<Views[K]["list"]>(key, () =>
    readRecords(kind, {
      unit: unit() ?? "",
      below: below(),
      year: kind === "activity" ? year() : null,
    }),
  );
  const query = (): ListQuery => ({
    unit: search.unit,
    below: search.below,
    year: search.year,
    q: search.q,
    kind: search.kind,
    state: search.state,
    field: search.field,
    mark: search.mark,
  });
  const address = (change: ListQuery = {}, id: string | null = null) =>
    pathTo(page, { ...query(), ...change }, id);
  const items = () => (load.data()?.items ?? []) as ItemOf<K>[];
  /** Items that are not withdrawn; sums count only these. */
  const counted = createMemo(() => items().filter(({ withdrawn }) => !withdrawn));
  return {
    page,
    items,
    counted,
    listed: (withdrawn: boolean) => (withdrawn ? items().filter((item) => item.withdrawn) : counted()),
    search,
    units,
    unit,
    unitName: () => units().find(({ id }) => id === unit())?.name ?? "",
    below,
    year,
    load,
    address,
    addressOf: (filters: ListQuery) =>
      pathTo(page, { unit: search.unit, below: search.below, year: search.year, ...filters }),
    go: (change: ListQuery, replace = false) => navigate(address(change), { scroll: false, replace }),
    matches: (text: string) => !search.q || findWords(text, search.q) !== null,
  };
}

export type RecordList<K extends RecordKind> = ReturnType<typeof createRecordList<K>>;
