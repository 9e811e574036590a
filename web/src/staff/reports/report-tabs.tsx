import "./reports.css";
import { For } from "solid-js";
import { pathTo } from "../parts/address.ts";
import { useWords } from "../words/words.ts";

const tabs = ["reports", "reportRequests", "reportRuns"] as const;

export function ReportTabs(props: { current: (typeof tabs)[number] }) {
  const { w } = useWords();
  return (
    <nav class="page-tabs" aria-label={w("reports.tabs")}>
      <ul>
        <For each={tabs}>
          {(tab) => (
            <li>
              <a href={pathTo(tab)} aria-current={tab === props.current ? "page" : undefined}>
                {w(`reports.tab.${tab}`)}
              </a>
            </li>
          )}
        </For>
      </ul>
    </nav>
  );
}
