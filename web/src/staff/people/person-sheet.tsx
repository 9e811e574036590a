import { createSignal, Show } from "solid-js";
import { dayOf } from "#core/base/calendar.ts";
import type { StaffRow, StaffView } from "../../../../functions/api/staff/views.ts";
import { writeDay } from "../../dates.ts";
import { usePageTitle } from "../../page-title.ts";
import { useSearchParams } from "../../router.ts";
import { pathTo } from "../parts/address.ts";
import { Status } from "../parts/messages.tsx";
import { useWords } from "../words/words.ts";
import { PersonForm } from "./person-form.tsx";
import { PersonHistory } from "./person-history.tsx";
import { PersonMoves } from "./person-moves.tsx";
import { AccountTag } from "./person-parts.tsx";

export function PersonSheet(props: {
  view: StaffView;
  councils: { id: string; name: string; unit: string }[];
  colleagues: StaffRow[];
  onChanged: (view: StaffView) => void;
  onReload: () => Promise<void>;
}) {
  const { w } = useWords();
  const [search] = useSearchParams<{ unit: string; q: string; role: string; state: string }>();
  const [status, setStatus] = createSignal("");
  usePageTitle(() => `${props.view.name} · ${w("nav.people")}`);
  const take = (view: StaffView, words: string) => {
    props.onChanged(view);
    setStatus(words);
  };
  const backTo = () =>
    pathTo("people", { unit: search.unit, q: search.q, role: search.role, state: search.state });
  return (
    <div class="account entry-form">
      <div>
        <a class="back" href={backTo()}>
          <span aria-hidden="true">←</span> {w("people.back")}
        </a>
        <div class="head-row">
          <h1>{props.view.name}</h1>
          <AccountTag state={props.view.state} />
          <span class="soft address">{props.view.email}</span>
        </div>
        <Show when={props.view.deactivated}>
          {(closed) => (
            <p>
              {w("people.closedNote", {
                day: writeDay(dayOf(closed().at)),
                by: closed().by,
                reason: closed().reason,
              })}
            </p>
          )}
        </Show>
        <Status class="said" text={status()} />
      </div>
      <PersonForm view={props.view} councils={props.councils} onSaved={take} onReload={props.onReload} />
      <PersonMoves view={props.view} colleagues={props.colleagues} onDone={take} onReload={props.onReload} />
      <PersonHistory view={props.view} />
    </div>
  );
}
