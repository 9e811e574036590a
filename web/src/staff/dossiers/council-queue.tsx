import { Show } from "solid-js";
import { queueStates } from "#core/initiatives/lifecycle.ts";
import { useNavigate, useSearchParams } from "../../router.ts";
import { today } from "../../server-time.ts";
import { ExportMenu } from "../jobs/exports/export-menu.tsx";
import { Choice, readYear, StateFilter, yearOptions } from "../parts/filters.tsx";
import { servedCouncils } from "../parts/grants.ts";
import { useSession } from "../parts/session.tsx";
import { useWords } from "../words/words.ts";
import { readQueue } from "./api.ts";
import { DossierList } from "./dossier-list.tsx";
import { createStateList } from "./state-list.ts";

export function CouncilQueue(props: { id: string | null }) {
  const { w } = useWords();
  const { session } = useSession();
  const navigate = useNavigate();
  const [search] = useSearchParams<{ council: string; year: string }>();
  const thisYear = Number(today().slice(0, 4));
  const councils = () => servedCouncils(session());
  const council = () => councils().find(({ id }) => id === search.council)?.id ?? councils()[0]?.id ?? null;
  const year = () => readYear(search.year, thisYear);
  const list = createStateList({
    page: "council",
    first: "proposed",
    id: () => props.id,
    key: () => council() && `${council()}/${year()}`,
    query: () => ({ council: councils().length > 1 ? council() : null, year: search.year ?? null }),
    read: (state, cursor) => readQueue(council() ?? "", year(), state, cursor),
  });
  return (
    <Show when={council()} fallback={<p class="note">{w("council.none")}</p>}>
      <DossierList
        title={w("council.title")}
        id={props.id}
        {...list.shown}
        filters={
          <>
            <Choice
              label={w("list.council")}
              options={councils().map(({ id, name }) => ({ value: id, name }))}
              value={council() ?? ""}
              onChoose={(chosen) => navigate(list.address({ council: chosen }))}
            />
            <Choice
              label={w("list.year")}
              options={yearOptions(thisYear - 7, thisYear, year())}
              value={String(year())}
              onChoose={(chosen) => navigate(list.address({ year: chosen }))}
            />
            <ExportMenu
              small
              list="councilQueue"
              unit={councils().find(({ id }) => id === council())?.unit ?? ""}
              year={year()}
              council={council()}
              state={list.state()}
            />
            <StateFilter
              states={queueStates}
              state={list.state()}
              hrefOf={(to) => list.address({ state: to })}
            />
          </>
        }
      />
    </Show>
  );
}
