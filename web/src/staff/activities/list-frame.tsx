import { type Component, createSignal, type JSX, Show } from "solid-js";
import type { RecordKind } from "#core/activities/record.ts";
import { Button } from "../../button.tsx";
import { usePageTitle } from "../../page-title.ts";
import { useNavigate } from "../../router.ts";
import { BelowChoice, SearchChoice, UnitChoice } from "../parts/filters.tsx";
import { Loaded } from "../parts/loading.tsx";
import { type CountedSum, SumLinks } from "../parts/page-frame.tsx";
import { type Column, PlainTable } from "../parts/table.tsx";
import { useWords } from "../words/words.ts";
import type { RecordDialogProps } from "./record-form.ts";
import type { ItemOf, RecordList } from "./record-list.ts";
import { RecordTabs } from "./record-tabs.tsx";

export function ListFrame<K extends RecordKind>(props: {
  list: RecordList<K>;
  dialog: Component<RecordDialogProps<K>>;
  filters: JSX.Element;
  filtered: boolean;
  sums: readonly CountedSum[];
  rows: readonly ItemOf<K>[];
  head: string;
  titleOf: (item: ItemOf<K>) => string;
  underOf: (item: ItemOf<K>) => string;
  columns: readonly Column<ItemOf<K>>[];
}) {
  const { w } = useWords();
  const navigate = useNavigate();
  const [adding, setAdding] = createSignal(false);
  const { list } = props;
  usePageTitle(() => `${w(`records.tab.${list.page}`)} · ${w("records.title")}`);
  const title: Column<ItemOf<K>> = {
    head: props.head,
    class: "record-title",
    cell: (item) => (
      <>
        <a href={list.address({}, item.id)}>{props.titleOf(item)}</a>
        <span class="soft">{props.underOf(item)}</span>
      </>
    ),
  };
  return (
    <>
      <div class="head-row">
        <h1>{w("records.title")}</h1>
        <Show when={list.load.data()?.writes}>
          <Button
            class="main push"
            label={w(`${list.page}.add`)}
            opensDialog
            onClick={() => setAdding(true)}
          />
        </Show>
      </div>
      <RecordTabs current={list.page} unit={list.unit()} />
      <div class="record-filters">
        <UnitChoice units={list.units()} unit={list.unit()} onChoose={(unit) => list.go({ unit })} />
        <BelowChoice below={list.below()} onChoose={(below) => list.go({ below })} />
        {props.filters}
        <SearchChoice class="record-search" value={list.search.q} onInput={(q) => list.go({ q }, true)} />
      </div>
      <Loaded of={list.load}>
        {(view) => (
          <>
            <SumLinks sums={props.sums} />
            <Show
              when={props.rows.length > 0}
              fallback={
                <p class="note">
                  {w(
                    view().items.length > 0 || props.filtered || list.search.q
                      ? "records.noneFound"
                      : `${list.page}.none`,
                  )}
                </p>
              }
            >
              <PlainTable
                caption={w(`${list.page}.caption`, { count: props.rows.length })}
                rows={props.rows}
                columns={[title, ...props.columns]}
              />
            </Show>
          </>
        )}
      </Loaded>
      <props.dialog
        open={adding()}
        view={null}
        unit={list.unit() ?? ""}
        unitName={list.unitName()}
        onClose={() => setAdding(false)}
        onSaved={({ record }) => navigate(list.address({}, record.id))}
      />
    </>
  );
}

export const tagColumn = <Item,>(head: string, nameOf: (item: Item) => string): Column<Item> => ({
  head,
  cell: (item) => <span class="tag plain">{nameOf(item)}</span>,
});

/** Sum of the known numbers; null if all are unknown. */
export function sumKnown(values: readonly (number | null)[]): { value: number | null; unknown: number } {
  const known = values.filter((value) => value !== null);
  const value = known.length === 0 && values.length > 0 ? null : known.reduce((sum, each) => sum + each, 0);
  return { value, unknown: values.length - known.length };
}
