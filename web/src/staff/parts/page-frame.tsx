import "./page-frame.css";
import { For, Show } from "solid-js";
import { useWords } from "../words/words.ts";
import { formatNumber } from "./numbers.ts";

export function PageTabs<Page extends string>(props: {
  label: string;
  tabs: readonly { page: Page; name: string; href: string }[];
  current: Page;
}) {
  return (
    <nav class="page-tabs" aria-label={props.label}>
      <ul>
        <For each={props.tabs}>
          {({ page, name, href }) => (
            <li>
              <a href={href} aria-current={page === props.current ? "page" : undefined}>
                {name}
              </a>
            </li>
          )}
        </For>
      </ul>
    </nav>
  );
}

export interface CountedSum {
  label: string;
  /** Null if unknown for every record. */
  value: number | null;
  /** Number of records without a value. */
  unknown?: number;
  note?: string;
  href: string;
}

export function SumLinks(props: { sums: readonly CountedSum[] }) {
  const { w, language } = useWords();
  const beside = ({ value, unknown = 0, note = "" }: CountedSum) =>
    value !== null && unknown > 0 ? w("records.someUnknown", { count: unknown }) : note;
  return (
    <ul class="sum-links">
      <For each={props.sums}>
        {(sum) => (
          <li>
            <a href={sum.href}>
              <b>{sum.value === null ? w("records.unknown") : formatNumber(sum.value, language())}</b>{" "}
              <span>{sum.label}</span>
            </a>
            <Show when={beside(sum)}>{(text) => <span class="soft">{text()}</span>}</Show>
          </li>
        )}
      </For>
    </ul>
  );
}
