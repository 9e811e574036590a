import { createSignal, For, Show } from "solid-js";
import { Button } from "../../../button.tsx";
import { watch } from "../../../watch.ts";
import { Check } from "../../parts/check-fields.tsx";
import { useWords } from "../../words/words.ts";
import { headOf } from "./pasted-columns.ts";
import type { Pasted, PastedRow } from "./pasted-lines.ts";

const rowsAtOnce = 20;

/** Pasted rows in pages; at first only rows with faults. */
export function PastePreview(props: { pasted: Pasted }) {
  const { w } = useWords();
  const [faultyOnly, setFaultyOnly] = createSignal(true);
  const [page, setPage] = createSignal(0);
  const faulty = () => props.pasted.rows.filter(({ line }) => line === null);
  const shown = () => (faultyOnly() && faulty().length > 0 ? faulty() : props.pasted.rows);
  const pages = () => Math.ceil(shown().length / rowsAtOnce);
  const here = () => Math.min(page(), pages() - 1);
  const first = () => here() * rowsAtOnce;
  watch(faultyOnly, () => setPage(0));
  return (
    <>
      <Show when={faulty().length > 0 && faulty().length < props.pasted.rows.length}>
        <Check label={w("commendations.paste.faultyOnly")} checked={faultyOnly()} onChange={setFaultyOnly} />
      </Show>
      <section class="paste-table" tabindex="0" aria-label={w("commendations.paste.preview")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{w("commendations.paste.row")}</th>
              <For each={props.pasted.columns}>{(column) => <th scope="col">{headOf(column)}</th>}</For>
            </tr>
          </thead>
          <tbody>
            <For each={shown().slice(first(), first() + rowsAtOnce)}>
              {(row) => <PreviewRow row={row} columns={props.pasted.columns} />}
            </For>
          </tbody>
        </table>
      </section>
      <Show when={pages() > 1}>
        <div class="line-pages">
          <Button
            class="small"
            disabled={here() === 0}
            label={w("commendations.pages.before")}
            onClick={() => setPage(here() - 1)}
          />
          <span>
            {w("commendations.pages.here", {
              from: first() + 1,
              to: Math.min(first() + rowsAtOnce, shown().length),
            })}{" "}
            ({w("commendations.pages.of", { page: here() + 1, pages: pages() })})
          </span>
          <Button
            class="small"
            disabled={here() === pages() - 1}
            label={w("commendations.pages.after")}
            onClick={() => setPage(here() + 1)}
          />
        </div>
      </Show>
    </>
  );
}

function PreviewRow(props: { row: PastedRow; columns: Pasted["columns"] }) {
  const { w, e } = useWords();
  const faultOf = (column: string | null) => props.row.faults.find((fault) => fault.column === column);
  const rest = () =>
    props.row.faults.filter(({ column }) => column === null || !props.columns.includes(column));
  return (
    <tr classList={{ faulty: props.row.line === null }}>
      <th scope="row">
        {props.row.row}
        <For each={rest()}>{(fault) => <p class="error">{e(fault)}</p>}</For>
      </th>
      <For each={props.columns}>
        {(column) => (
          <td>
            {props.row.cells[column]}
            <Show when={column === "name" && props.row.address}>
              {(address) => (
                <span class="soft under">{w("commendations.paste.address", { address: address() })}</span>
              )}
            </Show>
            <Show when={faultOf(column)}>{(fault) => <p class="error">{e(fault())}</p>}</Show>
          </td>
        )}
      </For>
    </tr>
  );
}
