import { For, Show } from "solid-js";
import { dayOf } from "#core/base/calendar.ts";
import type { InitiativeSummary } from "#core/initiatives/initiative.ts";
import { writeDay } from "../../dates.ts";
import type { StaffWord } from "../words/vi/index.ts";
import { useWords } from "../words/words.ts";
import { DeadlineTag, StateTag } from "./dossier-tags.tsx";

/** `due` is the default order, which the server provides. */
const sortColumns = ["due", "title", "author", "received"] as const;
export type SortColumn = (typeof sortColumns)[number];

export function readSort(text: string | undefined): SortColumn {
  return sortColumns.find((column) => column === text) ?? "due";
}

const collator = new Intl.Collator("vi");

export function sortItems(items: InitiativeSummary[], column: SortColumn): InitiativeSummary[] {
  const keys = {
    title: (item: InitiativeSummary) => item.title,
    author: (item: InitiativeSummary) => item.author ?? "",
    received: (item: InitiativeSummary) => item.receivedAt ?? "",
  };
  if (column === "due") return items;
  const key = keys[column];
  return items.toSorted((a, b) => collator.compare(key(a), key(b)));
}

export function DossierTable(props: {
  items: InitiativeSummary[];
  caption: string;
  today: string;
  selected: string | null;
  numbered?: boolean;
  sort?: SortColumn | undefined;
  onSort?: ((column: SortColumn) => void) | undefined;
  hrefOf: (id: string) => string;
}) {
  const { w, m } = useWords();
  return (
    <table class="dossiers" classList={{ numbered: props.numbered ?? false }}>
      <caption>{props.caption}</caption>
      <thead>
        <tr>
          <Show when={props.numbered}>
            <th scope="col" class="number">
              {w("list.number")}
            </th>
          </Show>
          <th scope="col" class="code">
            {w("list.code")}
          </th>
          <SortableHead column="title" words="list.title" sort={props.sort} onSort={props.onSort} />
          <SortableHead column="author" words="list.author" sort={props.sort} onSort={props.onSort} />
          <SortableHead column="received" words="list.received" sort={props.sort} onSort={props.onSort} />
          <SortableHead column="due" words="list.due" sort={props.sort} onSort={props.onSort} />
          <th scope="col" class="state">
            {w("list.state")}
          </th>
        </tr>
      </thead>
      <tbody>
        <For each={props.items}>
          {(item) => (
            <tr classList={{ selected: item.id === props.selected }}>
              <Show when={props.numbered}>
                <td class="number">{item.number ?? <span class="soft">{w("list.noNumber")}</span>}</td>
              </Show>
              <td class="code">
                <Show when={item.origin === "application"} fallback={w("list.fromDocument")}>
                  {item.id}
                </Show>
              </td>
              <th scope="row" class="title">
                <a
                  href={props.hrefOf(item.id)}
                  data-dossier={item.id}
                  aria-current={item.id === props.selected ? "true" : undefined}
                >
                  {item.title || m("text.erased")}
                </a>
              </th>
              <td class="author">
                {item.author === null ? item.organisation : item.author || m("text.erased")}
                <Show when={item.authors > 1}>
                  <span class="soft"> {w("list.andOthers", { count: item.authors - 1 })}</span>
                </Show>
              </td>
              <td class="received">
                {item.receivedAt ? writeDay(dayOf(item.receivedAt)) : "–"}
                <Show when={item.late}>
                  <span class="tag wait"> {w("list.late")}</span>
                </Show>
              </td>
              <td class="due">
                <DeadlineTag dueOn={item.dueOn} today={props.today} />
              </td>
              <td class="state">
                <StateTag state={item.state} />
              </td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  );
}

function SortableHead(props: {
  column: SortColumn;
  words: StaffWord;
  sort: SortColumn | undefined;
  onSort: ((column: SortColumn) => void) | undefined;
}) {
  const { w } = useWords();
  return (
    <th
      scope="col"
      class={props.column}
      aria-sort={props.sort && props.sort === props.column ? "ascending" : undefined}
    >
      <Show when={props.onSort} fallback={w(props.words)}>
        <button type="button" class="sort" onClick={() => props.onSort?.(props.column)}>
          {w(props.words)}
          <span aria-hidden="true" class="arrow" />
        </button>
      </Show>
    </th>
  );
}
