import { For, Show } from "solid-js";
import type { ReportFormat } from "#core/report/record.ts";
import { Download } from "../../parts/download.tsx";
import { useWords } from "../../words/words.ts";

/** Formats, most requested first. */
const formats: readonly ReportFormat[] = ["pdf", "docx", "xlsx", "html", "json"];

export function Downloads(props: { path: string; files: readonly ReportFormat[] }) {
  const { w } = useWords();
  return (
    <ul class="report-files">
      <For each={formats}>
        {(format) => (
          <Show when={props.files.includes(format)}>
            <li>
              <Download path={`${props.path}/files/${format}`}>{format.toUpperCase()}</Download>{" "}
              <span class="soft">{w(`reports.format.${format}`)}</span>
            </li>
          </Show>
        )}
      </For>
    </ul>
  );
}
