import { For, type JSX, Show } from "solid-js";

export interface Column<Row> {
  head: string;
  cell: (row: Row) => JSX.Element;
  /** `n` aligns numbers; `line` gives the cell a line of its own on phones. */
  class?: string;
  /** Shown beside the cell on phones; `true` repeats the head. */
  label?: string | true;
}

/** Table whose first column names the row; on phones each row is a card. */
export function PlainTable<Row>(props: {
  class?: string;
  boxClass?: string;
  caption?: string;
  lang?: "vi";
  rows: readonly Row[];
  columns: Column<Row>[];
}) {
  return (
    <div class={`table-box ${props.boxClass ?? ""}`}>
      <table class={`plain-table ${props.class ?? ""}`}>
        <Show when={props.caption}>{(caption) => <caption>{caption()}</caption>}</Show>
        <thead>
          <tr>
            <For each={props.columns}>
              {(column) => (
                <Show when={column.head} fallback={<td />}>
                  <th scope="col" classList={{ n: column.class === "n" }}>
                    {column.head}
                  </th>
                </Show>
              )}
            </For>
          </tr>
        </thead>
        <tbody lang={props.lang}>
          <For each={props.rows}>
            {(row) => (
              <tr>
                <For each={props.columns}>
                  {(column, i) => (
                    <Show when={i() > 0} fallback={<th scope="row">{column.cell(row)}</th>}>
                      <td
                        class={column.class}
                        data-label={column.label === true ? column.head : column.label}
                      >
                        {column.cell(row)}
                      </td>
                    </Show>
                  )}
                </For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  );
}
