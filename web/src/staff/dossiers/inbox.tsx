import { Show } from "solid-js";
import { inboxStates } from "#core/initiatives/lifecycle.ts";
import { useNavigate, useSearchParams } from "../../router.ts";
import { ExportMenu } from "../jobs/exports/export-menu.tsx";
import { StateFilter, UnitChoice } from "../parts/filters.tsx";
import { readUnits } from "../parts/grants.ts";
import { useSession } from "../parts/session.tsx";
import { useWords } from "../words/words.ts";
import { readInbox } from "./api.ts";
import { DossierList } from "./dossier-list.tsx";
import { createStateList } from "./state-list.ts";

export function Inbox(props: { id: string | null }) {
  const { w } = useWords();
  const { session } = useSession();
  const navigate = useNavigate();
  const [search] = useSearchParams<{ unit: string }>();
  const units = () => readUnits(session());
  const unit = () => units().find(({ id }) => id === search.unit)?.id ?? units()[0]?.id ?? null;
  const list = createStateList({
    page: "inbox",
    first: "registered",
    id: () => props.id,
    key: unit,
    query: () => ({ unit: units().length > 1 ? unit() : null }),
    read: (state, cursor) => readInbox(unit() ?? "", state, cursor),
  });
  return (
    <Show when={unit()} fallback={<p class="note">{w("inbox.none")}</p>}>
      <DossierList
        title={w("nav.inbox")}
        id={props.id}
        {...list.shown}
        filters={
          <>
            <UnitChoice
              units={units()}
              unit={unit()}
              onChoose={(chosen) => navigate(list.address({ unit: chosen }))}
            />
            <ExportMenu small list="inbox" unit={unit() ?? ""} year={null} state={list.state()} />
            <StateFilter
              states={inboxStates}
              state={list.state()}
              hrefOf={(to) => list.address({ state: to })}
            />
          </>
        }
      />
    </Show>
  );
}
