import { Show } from "solid-js";
import type { Bloc } from "#core/commendation/bloc.ts";
import { Button } from "../../../button.tsx";
import { writeInstant } from "../../../dates.ts";
import { PlainTable } from "../../parts/table.tsx";
import { useWords } from "../../words/words.ts";
import { sortRows } from "./typed-bloc.ts";

/** Units of a bloc by rank. */
export function BlocTable(props: {
  bloc: Bloc;
  mayWrite: boolean;
  onEdit: () => void;
  onWithdraw: () => void;
}) {
  const { w } = useWords();
  const ranked = () => props.bloc.rows.filter(({ rank }) => rank !== null).length;
  return (
    <section class="bloc">
      <div class="head-row">
        <h2>{props.bloc.name}</h2>
        <Show when={props.bloc.withdrawn}>
          <span class="tag plain">{w("records.withdrawn")}</span>
        </Show>
        <Show when={props.mayWrite}>
          <div class="push commendation-doings">
            <Show when={!props.bloc.withdrawn}>
              <Button
                class="small"
                opensDialog
                label={w("records.edit")}
                ariaLabel={`${w("records.edit")}: ${props.bloc.name}`}
                onClick={props.onEdit}
              />
            </Show>
            <Button
              class="small quiet"
              opensDialog
              label={w(props.bloc.withdrawn ? "records.restore" : "blocs.withdraw")}
              ariaLabel={`${w(props.bloc.withdrawn ? "records.restore" : "blocs.withdraw")}: ${props.bloc.name}`}
              onClick={props.onWithdraw}
            />
          </div>
        </Show>
      </div>
      <PlainTable
        class="bloc-ranks"
        caption={w("blocs.caption", { count: props.bloc.rows.length, ranked: ranked() })}
        rows={sortRows(props.bloc.rows)}
        columns={[
          { head: w("blocs.unit"), cell: ({ name }) => name },
          {
            head: w("blocs.rank"),
            label: true,
            class: "nowrap",
            cell: ({ rank }) =>
              rank === null ? (
                <span class="soft">–</span>
              ) : (
                <span class="tag done">{w(`blocs.rank.${rank as 1 | 2 | 3}`)}</span>
              ),
          },
          { head: w("blocs.prize"), label: true, cell: ({ prize }) => prize || <span class="soft">–</span> },
        ]}
      />
      <p class="soft">
        {w("blocs.changed", {
          name: props.bloc.changed.by.name,
          time: writeInstant(props.bloc.changed.at),
        })}
      </p>
    </section>
  );
}
