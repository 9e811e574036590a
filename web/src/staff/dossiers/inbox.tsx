import { Show } from "solid-js";
import { type State, states } from "#core/initiatives/lifecycle.ts";
import { useNavigate, useSearchParams } from "../../router.ts";
import { ExportMenu } from "../jobs/exports/export-menu.tsx";
import { pathTo } from "../parts/address.ts";
import { Choice, StateFilter } from "../parts/filters.tsx";
import { readUnits } from "../parts/grants.ts";
import { useSession } from "../parts/session.tsx";
import { useWords } from "../words/words.ts";
import { readInbox } from "./api.ts";
import { Desk } from "./dossier-list.tsx";
import { readSort } from "./dossier-table.tsx";
import { createListing } from "./listing.ts";

/** States of a dossier at its unit; from the proposal on, it belongs to a council. */
export const inboxStates: readonly State[] = [
  "registered",
  "accepted",
  "reported",
  "returned",
  "refused",
  "withdrawn",
];

export function readState(text: string | undefined, otherwise: State): State {
  return states.find((state) => state === text) ?? otherwise;
}

export function Inbox(props: { id: string | null }) {
  const { w, m } = useWords();
  const { session, call } = useSession();
  const navigate = useNavigate();
  const [search] = useSearchParams<{ unit: string; state: string; sort: string }>();
  const units = () => readUnits(session());
  const unit = () => units().find(({ id }) => id === search.unit)?.id ?? units()[0]?.id ?? null;
  const state = () => readState(search.state, "registered");
  const sort = () => readSort(search.sort);
  const listing = createListing(
    () => (unit() === null ? null : `${unit()}/${state()}`),
    (key, cursor) => {
      const [of = "", within = ""] = key.split("/");
      return call(() => readInbox(of, within, cursor));
    },
  );
  const query = () => ({
    unit: units().length > 1 ? unit() : null,
    state: search.state ?? null,
    sort: search.sort ?? null,
  });
  const caption = (count: number, hasMore: boolean) => {
    const named = { state: m(`state.${state()}`), count };
    if (sort() === "due") return w(hasMore ? "list.captionMore" : "list.caption", named);
    const column = w(`list.${sort()}`).toLocaleLowerCase("vi");
    return w(hasMore ? "list.captionSortedMore" : "list.captionSorted", { ...named, column });
  };
  return (
    <Show when={unit()} fallback={<p class="note">{w("inbox.none")}</p>}>
      <Desk
        title={w("inbox.title")}
        listing={listing}
        caption={caption}
        empty={w("list.empty")}
        id={props.id}
        pathTo={(id) => pathTo("inbox", query(), id)}
        sort={sort()}
        onSort={(column) =>
          navigate(pathTo("inbox", { ...query(), sort: column === "due" ? null : column }, props.id), {
            scroll: false,
          })
        }
        belongs={(view) => view.state === state()}
        filters={
          <>
            <Choice
              label={w("list.unit")}
              options={units().map(({ id, name }) => ({ value: id, name }))}
              value={unit() ?? ""}
              onChoose={(chosen) => navigate(pathTo("inbox", { ...query(), unit: chosen }))}
            />
            <ExportMenu small list="inbox" unit={unit() ?? ""} year={null} state={state()} />
            <StateFilter
              states={inboxStates}
              state={state()}
              hrefOf={(to) => pathTo("inbox", { ...query(), state: to })}
            />
          </>
        }
      />
    </Show>
  );
}
