import { For, Show } from "solid-js";
import type { NamedGrant } from "../../../../functions/api/staff/views.ts";
import { today } from "../../server-time.ts";
import { pathTo } from "../parts/address.ts";
import { readFigures } from "../parts/api.ts";
import { buildBoard } from "../parts/board.ts";
import { createLoad } from "../parts/loading.tsx";
import { useWords } from "../words/words.ts";

export function OpenDossiers(props: { grants: NamedGrant[] }) {
  const { w } = useWords();
  const units = () => [...new Map(props.grants.map((grant) => [grant.unit, grant.unitName])).entries()];
  return (
    <Show when={units().length > 0}>
      <p class="open-head">{w("people.open")}</p>
      <ul class="open-dossiers">
        <For each={units()}>{([id, name]) => <OpenAt id={id} name={name} />}</For>
      </ul>
    </Show>
  );
}

function OpenAt(props: { id: string; name: string }) {
  const { w } = useWords();
  const year = Number(today().slice(0, 4));
  const figures = createLoad(
    () => props.id,
    (id) => readFigures(id, year, year),
  );
  const open = () => {
    const view = figures.data();
    return view ? (buildBoard(view).open.now ?? 0) : null;
  };
  return (
    <li>
      <a href={pathTo("register", { unit: props.id, year })}>{props.name}</a>:{" "}
      <Show
        when={open() !== null}
        fallback={<span class="soft">{figures.failure() ? w("people.openUnknown") : w("load.busy")}</span>}
      >
        {w("people.openCount", { count: open() ?? 0 })}
      </Show>
    </li>
  );
}
