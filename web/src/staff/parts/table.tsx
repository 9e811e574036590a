import { For, type JSX, Show } from "solid-js";

export interface Column<Row> {
  head: string;
  /** Shows the head to screen readers only. */
  hideHead?: boolean;
  headClass?: string;
  cell: (row: Row) => JSX.Element;
  /** `n` aligns numbers, including the head; `line` puts the cell on its own line on phones. */
  class?: string;
  /** Label beside the cell on phones; `true` repeats the head. */
  label?: string | true;
}

interface TableProps<Row> {
  class?: string;
  caption?: string;
  hideCaption?: boolean;
  lang?: "vi";
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  /** False if the first column does not name the row. */
  rowHeads?: boolean;
}

export function DataTable<Row>(props: TableProps<Row>) {
  return (
    <table class={props.class}>
      <Show when={props.caption}>
        {(caption) => <caption classList={{ "visually-hidden": props.hideCaption }}>{caption()}</caption>}
      </Show>
      <thead>
        <tr>
          <For each={props.columns}>
            {(column) => (
              <Show when={column.head} fallback={<td />}>
                <th scope="col" class={column.headClass ?? (column.class === "n" ? "n" : undefined)}>
                  <Show when={column.hideHead} fallback={column.head}>
                    <span class="visually-hidden">{column.head}</span>
                  </Show>
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
                  <Show
                    when={i() > 0 || props.rowHeads === false}
                    fallback={
                      <th scope="row" class={column.class}>
                        {column.cell(row)}
                      </th>
                    }
                  >
                    <td class={column.class} data-label={column.label === true ? column.head : column.label}>
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
  );
}

/** Table that shows each row as a card on phones. */
export function PlainTable<Row>(props: TableProps<Row> & { boxClass?: string }) {
  return (
    <div class={`table-box ${props.boxClass ?? ""}`}>
      <DataTable {...props} class={`plain-table ${props.class ?? ""}`} />
    </div>
  );
}

/** Table that scrolls horizontally, including by keyboard. */
export function WideTable<Row>(
  props: TableProps<Row> & { boxClass?: string; name?: string; labelledBy?: string },
) {
  return (
    <section
      class={props.boxClass ?? "wide-table"}
      tabindex="0"
      aria-label={props.name}
      aria-labelledby={props.labelledBy}
    >
      <DataTable {...props} />
    </section>
  );
}
