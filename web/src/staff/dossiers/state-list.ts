import { type State, states } from "#core/initiatives/lifecycle.ts";
import type { InitiativeView, ListView } from "../../../../functions/api/initiatives/views.ts";
import { useNavigate, useSearchParams } from "../../router.ts";
import { pathTo } from "../parts/address.ts";
import { useWords } from "../words/words.ts";
import { readSort, type SortColumn } from "./dossier-table.tsx";
import { createListing } from "./listing.ts";

type Query = Record<string, string | null>;

export function createStateList(given: {
  page: "inbox" | "council";
  first: State;
  id: () => string | null;
  key: () => string | null;
  query: () => Query;
  read: (state: State, cursor: string | null) => Promise<ListView>;
}) {
  const { w, m } = useWords();
  const navigate = useNavigate();
  const [search] = useSearchParams<{ state: string; sort: string }>();
  const state = () => states.find((each) => each === search.state) ?? given.first;
  const sort = () => readSort(search.sort);
  const listing = createListing(
    () => (given.key() === null ? null : `${given.key()}/${state()}`),
    (_, cursor) => given.read(state(), cursor),
  );
  const address = (change: Query = {}, id: string | null = null) => {
    const query = { ...given.query(), state: search.state ?? null, sort: search.sort ?? null, ...change };
    return pathTo(given.page, query, id);
  };
  return {
    state,
    address,
    shown: {
      listing,
      caption: (count: number, hasMore: boolean) => {
        const named = { state: m(`state.${state()}`), count };
        if (sort() === "due") return w(hasMore ? "list.captionMore" : "list.caption", named);
        const column = w(`list.${sort()}`).toLocaleLowerCase("vi");
        return w(hasMore ? "list.captionSortedMore" : "list.captionSorted", { ...named, column });
      },
      get empty() {
        return w("list.empty");
      },
      pathTo: (id: string | null) => address({}, id),
      get sort() {
        return sort();
      },
      onSort: (column: SortColumn) =>
        navigate(address({ sort: column === "due" ? null : column }, given.id()), { scroll: false }),
      belongs: (view: InitiativeView) => view.state === state(),
    },
  };
}
