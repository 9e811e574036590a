import { Show } from "solid-js";
import type { BoardRow } from "../../../../../functions/api/report/request-views.ts";
import { Button } from "../../../button.tsx";
import { pathTo } from "../../parts/address.ts";
import { useWords } from "../../words/words.ts";
import { isOwing } from "./board-rows.ts";

export function Reminding(props: {
  row: BoardRow;
  closed: boolean;
  busy: boolean;
  onRemind: (units: string[]) => void;
}) {
  const { w } = useWords();
  return (
    <Show when={isOwing(props.row) && !props.closed}>
      <Show
        when={(props.row.responsible ?? 0) > 0}
        fallback={
          <a class="soft" href={pathTo("people", { unit: props.row.unit.id })}>
            {w("requests.nobody")}
          </a>
        }
      >
        <Show
          when={!props.row.remindedToday}
          fallback={<span class="soft">{w("requests.remindedToday")}</span>}
        >
          <Button
            class="small"
            label={w("requests.remind")}
            ariaLabel={w("requests.remindUnit", { unit: props.row.unit.name })}
            disabled={props.busy}
            onClick={() => props.onRemind([props.row.unit.id])}
          />
        </Show>
      </Show>
    </Show>
  );
}
