import { For, Show } from "solid-js";
import type { ReportFigure } from "#core/report/model.ts";
import type { Verification } from "#core/report/record.ts";
import { writeInstant } from "../../../dates.ts";
import { useWords } from "../../words/words.ts";
import { FigureLink } from "./figure-link.tsx";

export function VerificationResult(props: { figures: readonly ReportFigure[]; found: Verification }) {
  const { w } = useWords();
  const wrong = () => props.found.files.filter(({ ok }) => !ok);
  const differently = () => props.found.files.filter(({ ok, renders }) => ok && !renders);
  const name = (files: Verification["files"]) => files.map(({ format }) => format.toUpperCase()).join(", ");
  const isHere = (id: string) => props.figures.some((figure) => figure.id === id);
  return (
    <div class="verified">
      <p class="soft">{w("reports.verified.at", { time: writeInstant(props.found.at) })}</p>
      <p classList={{ "bad-text": wrong().length > 0 }}>
        <b>
          {wrong().length === 0
            ? w("reports.verified.files", { count: props.found.files.length })
            : w("reports.verified.wrong", { formats: name(wrong()) })}
        </b>
      </p>
      <Show when={differently().length > 0}>
        <p>{w("reports.verified.differently", { formats: name(differently()) })}</p>
      </Show>
      <Show when={props.found.moved.length > 0} fallback={<p>{w("reports.verified.unmoved")}</p>}>
        <p>{w("reports.verified.moved", { count: props.found.moved.length })}</p>
        <ul class="behind-list" lang="vi">
          <For each={props.found.moved}>
            {({ id, label, before, after }) => (
              <li>
                <Show when={isHere(id)} fallback={label}>
                  <FigureLink id={id}>{label}</FigureLink>
                </Show>
                : {before ?? "–"} → {after ?? "–"}
              </li>
            )}
          </For>
        </ul>
      </Show>
    </div>
  );
}
