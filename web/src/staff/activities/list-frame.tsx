import { For, type JSX, Show } from "solid-js";
import type { RecordKind } from "#core/activities/record.ts";
import { Button } from "../../button.tsx";
import { usePageTitle } from "../../page-title.ts";
import { Choice, UnitChoice } from "../parts/filters.tsx";
import { Loaded } from "../parts/loading.tsx";
import { Status } from "../parts/messages.tsx";
import { formatNumber } from "../parts/numbers.ts";
import { useWords } from "../words/words.ts";
import type { RecordList } from "./record-list.ts";
import { RecordTabs } from "./record-tabs.tsx";

export interface Sum {
  label: string;
  /** Null if unknown for every record. */
  value: number | null;
  /** Number of records without a value. */
  unknown?: number;
  href: string;
}

export function ListFrame<K extends RecordKind>(props: {
  page: "activities" | "models" | "replications";
  list: RecordList<K>;
  add: string;
  onAdd: () => void;
  status: string;
  filters: JSX.Element;
  sums: readonly Sum[];
  shown: number;
  /** True with a filter besides unit and year. */
  filtered: boolean;
  children: JSX.Element;
}) {
  const { w } = useWords();
  usePageTitle(() => `${w(`records.tab.${props.page}`)} · ${w("records.title")}`);
  return (
    <>
      <div class="head-row">
        <h1>{w("records.title")}</h1>
        <Show when={props.list.load.data()?.writes}>
          <Button class="main push" label={props.add} opensDialog onClick={props.onAdd} />
        </Show>
      </div>
      <RecordTabs current={props.page} unit={props.list.unit()} />
      <Status class="said" text={props.status} />
      <div class="record-filters">
        <UnitChoice
          units={props.list.units()}
          unit={props.list.unit()}
          onChoose={(unit) => props.list.go({ unit })}
        />
        <Choice
          label={w("records.below")}
          options={[
            { value: "1", name: w("records.below.1") },
            { value: "0", name: w("records.below.0") },
          ]}
          value={props.list.below() ? "1" : "0"}
          onChoose={(below) => props.list.go({ below })}
        />
        {props.filters}
        <label class="pick-one record-search">
          <span>{w("records.search")}</span>
          <input
            type="search"
            autocomplete="off"
            value={props.list.search.q ?? ""}
            onInput={(event) => props.list.go({ q: event.currentTarget.value }, true)}
          />
        </label>
      </div>
      <Loaded of={props.list.load}>
        {(view) => (
          <>
            <Sums sums={props.sums} />
            <Show
              when={props.shown > 0}
              fallback={
                <p class="note">
                  {w(view().items.length > 0 || props.filtered ? "records.noneFound" : `${props.page}.none`)}
                </p>
              }
            >
              {props.children}
            </Show>
          </>
        )}
      </Loaded>
    </>
  );
}

function Sums(props: { sums: readonly Sum[] }) {
  const { w, language } = useWords();
  return (
    <ul class="record-sums">
      <For each={props.sums}>
        {(sum) => (
          <li>
            <a href={sum.href}>
              <b>{sum.value === null ? w("records.unknown") : formatNumber(sum.value, language())}</b>{" "}
              <span>{sum.label}</span>
            </a>
            <Show when={sum.value !== null && (sum.unknown ?? 0) > 0}>
              <span class="soft">{w("records.someUnknown", { count: sum.unknown ?? 0 })}</span>
            </Show>
          </li>
        )}
      </For>
    </ul>
  );
}

/** Sum of the known numbers; null if all are unknown. */
export function sumKnown(values: readonly (number | null)[]): { value: number | null; unknown: number } {
  const known = values.filter((value) => value !== null);
  const value = known.length === 0 && values.length > 0 ? null : known.reduce((sum, each) => sum + each, 0);
  return { value, unknown: values.length - known.length };
}
