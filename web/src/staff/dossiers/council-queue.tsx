import { Show } from "solid-js";
import { useNavigate, useSearchParams } from "../../router.ts";
import { today } from "../../server-time.ts";
import { ExportMenu } from "../jobs/exports/export-menu.tsx";
import { pathTo } from "../parts/address.ts";
import { Choice, readYear, StateFilter, yearOptions } from "../parts/filters.tsx";
import { servedCouncils } from "../parts/grants.ts";
import { useSession } from "../parts/session.tsx";
import { useWords } from "../words/words.ts";
import { readQueue } from "./api.ts";
import { Desk } from "./dossier-list.tsx";
import { readSort } from "./dossier-table.tsx";
import { readState } from "./inbox.tsx";
import { createListing } from "./listing.ts";

const queueStates = [
  "proposed",
  "inCouncil",
  "toComplete",
  "recognised",
  "notRecognised",
  "revoked",
] as const;

export function CouncilQueue(props: { id: string | null }) {
  const { w, m } = useWords();
  const { session, call } = useSession();
  const navigate = useNavigate();
  const [search] = useSearchParams<{ council: string; year: string; state: string; sort: string }>();
  const thisYear = Number(today().slice(0, 4));
  const councils = () => servedCouncils(session());
  const council = () => councils().find(({ id }) => id === search.council)?.id ?? councils()[0]?.id ?? null;
  const year = () => readYear(search.year, thisYear);
  const state = () => readState(search.state, "proposed");
  const sort = () => readSort(search.sort);
  const listing = createListing(
    () => (council() === null ? null : `${council()}/${year()}/${state()}`),
    (key, cursor) => {
      const [of = "", during = "", within = ""] = key.split("/");
      return call(() => readQueue(of, Number(during), within, cursor));
    },
  );
  const query = () => ({
    council: councils().length > 1 ? council() : null,
    year: search.year ?? null,
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
    <Show when={council()} fallback={<p class="note">{w("council.none")}</p>}>
      <Desk
        title={w("council.title")}
        listing={listing}
        caption={caption}
        empty={w("list.empty")}
        id={props.id}
        pathTo={(id) => pathTo("council", query(), id)}
        sort={sort()}
        onSort={(column) =>
          navigate(pathTo("council", { ...query(), sort: column === "due" ? null : column }, props.id), {
            scroll: false,
          })
        }
        belongs={(view) => view.state === state()}
        filters={
          <>
            <Choice
              label={w("list.council")}
              options={councils().map(({ id, name }) => ({ value: id, name }))}
              value={council() ?? ""}
              onChoose={(chosen) => navigate(pathTo("council", { ...query(), council: chosen }))}
            />
            <Choice
              label={w("list.year")}
              options={yearOptions(thisYear - 7, thisYear, year())}
              value={String(year())}
              onChoose={(chosen) => navigate(pathTo("council", { ...query(), year: chosen }))}
            />
            <ExportMenu
              small
              list="councilQueue"
              unit={councils().find(({ id }) => id === council())?.unit ?? ""}
              year={year()}
              council={council()}
              state={state()}
            />
            <StateFilter
              states={queueStates}
              state={state()}
              hrefOf={(to) => pathTo("council", { ...query(), state: to })}
            />
          </>
        }
      />
    </Show>
  );
}
