import { For } from "solid-js";
import { pathTo } from "../parts/address.ts";
import { useWords } from "../words/words.ts";

const tabs = ["commendations", "awards"] as const;

export function CommendationTabs(props: { current: (typeof tabs)[number] }) {
  const { w } = useWords();
  return (
    <nav class="page-tabs" aria-label={w("commendations.tabs")}>
      <ul>
        <For each={tabs}>
          {(tab) => (
            <li>
              <a href={pathTo(tab)} aria-current={tab === props.current ? "page" : undefined}>
                {w(`commendations.tab.${tab}`)}
              </a>
            </li>
          )}
        </For>
      </ul>
    </nav>
  );
}
