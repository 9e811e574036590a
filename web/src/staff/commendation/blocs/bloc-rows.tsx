import { createSignal, For, Show } from "solid-js";
import { Button } from "../../../button.tsx";
import { idOf, SelectField, TextField, useFault } from "../../parts/fields.tsx";
import { useWords } from "../../words/words.ts";
import { addNames, emptyRow, ranks, type TypedRow } from "./typed-bloc.ts";

/** Units of a bloc with rank and prize; many names are pasted at once. */
export function BlocRows(props: { rows: readonly TypedRow[]; onChange: (rows: TypedRow[]) => void }) {
  const { w, e } = useWords();
  const [names, setNames] = createSignal("");
  const fault = useFault(() => "/rows");
  const row = (at: number) => props.rows[at] ?? emptyRow();
  const change = (at: number, row: Partial<TypedRow>) =>
    props.onChange(props.rows.map((each, i) => (i === at ? { ...each, ...row } : each)));
  return (
    <fieldset class="bloc-rows entry wide">
      <legend>{w("blocs.rows")}</legend>
      <Show when={fault()}>{(found) => <p class="error">{e(found())}</p>}</Show>
      <ol id={idOf("/rows")} tabindex="-1">
        {/* By number, so that typing keeps the focus; Solid's `Index` would weigh on the public form. */}
        <For each={props.rows.map((_, i) => i)}>
          {(i) => (
            <li>
              <TextField
                pointer={`/rows/${i}/name`}
                label={w("blocs.row", { number: i + 1 })}
                value={row(i).name}
                onInput={(name) => change(i, { name })}
              />
              <SelectField
                pointer={`/rows/${i}/rank`}
                label={w("blocs.rank")}
                options={[
                  { value: "", name: w("blocs.rank.none") },
                  ...ranks.map((rank) => ({ value: String(rank), name: w(`blocs.rank.${rank}`) })),
                ]}
                value={String(row(i).rank ?? "")}
                onInput={(rank) => change(i, { rank: rank === "" ? null : Number(rank) })}
              />
              <TextField
                pointer={`/rows/${i}/prize`}
                label={w("blocs.prize")}
                value={row(i).prize}
                onInput={(prize) => change(i, { prize })}
              />
              <Button
                class="small quiet"
                label={w("blocs.row.remove")}
                ariaLabel={w("blocs.row.removeWhat", { number: i + 1, name: row(i).name })}
                onClick={() => props.onChange(props.rows.filter((_, at) => at !== i))}
              />
            </li>
          )}
        </For>
      </ol>
      <Button
        class="small"
        label={w("blocs.row.add")}
        onClick={() => props.onChange([...props.rows, emptyRow()])}
      />
      <details>
        <summary>{w("blocs.rows.paste")}</summary>
        <TextField
          pointer="/names"
          rows={4}
          label={w("blocs.rows.names")}
          value={names()}
          onInput={setNames}
        />
        <Button
          class="small"
          label={w("blocs.rows.addNames")}
          onClick={() => {
            props.onChange(addNames(props.rows, names()));
            setNames("");
          }}
        />
      </details>
    </fieldset>
  );
}
