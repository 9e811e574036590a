import "./activities.css";
import { For } from "solid-js";
import { pathTo } from "../parts/address.ts";
import { useWords } from "../words/words.ts";

const tabs = ["activities", "models", "replications"] as const;

export function RecordTabs(props: { current: (typeof tabs)[number]; unit: string | null }) {
  const { w } = useWords();
  return (
    <nav class="record-tabs" aria-label={w("records.tabs")}>
      <ul>
        <For each={tabs}>
          {(tab) => (
            <li>
              <a
                href={pathTo(tab, { unit: props.unit })}
                aria-current={tab === props.current ? "page" : undefined}
              >
                {w(`records.tab.${tab}`)}
              </a>
            </li>
          )}
        </For>
      </ul>
    </nav>
  );
}
