import { For, Show } from "solid-js";
import type { ReportFormat } from "../../../../functions/core/report-record.ts";
import { useWords } from "../words.ts";

/** What is asked for most comes first. */
const formats: readonly ReportFormat[] = ["pdf", "docx", "xlsx", "html", "json"];

/** The report as files, each with what it is for. */
export function Downloads(props: { links: Partial<Record<ReportFormat, string>> }) {
  const { w } = useWords();
  return (
    <ul class="report-files">
      <For each={formats}>
        {(format) => (
          <Show when={props.links[format]}>
            {(url) => (
              <li>
                <a href={url()} rel="external noopener" target={format === "html" ? "_blank" : undefined}>
                  {format.toUpperCase()}
                </a>{" "}
                <span class="soft">{w(`reports.format.${format}`)}</span>
              </li>
            )}
          </Show>
        )}
      </For>
    </ul>
  );
}
