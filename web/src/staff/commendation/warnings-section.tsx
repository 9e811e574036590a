import { For, Show } from "solid-js";
import type { CommendationWarning } from "#core/commendation/warning.ts";
import { Button } from "../../button.tsx";
import { pathTo } from "../parts/address.ts";
import { useWords } from "../words/words.ts";
import type { Warnings } from "./warning-loading.ts";

/** Maximum linked line numbers per warning. */
const linkedLines = 12;
/** Warnings shown before "show more". */
const shownAtFirst = 8;

export function WarningsSection(props: { id: string; warnings: Warnings }) {
  const { w } = useWords();
  const found = () => props.warnings.found();
  return (
    <section class="commendation-warnings" aria-labelledby="warnings-title" aria-busy={props.warnings.busy()}>
      <h2 id="warnings-title">
        {found().length === 0
          ? w("commendations.warnings.title")
          : w("commendations.warnings.count", { count: found().length })}
      </h2>
      <Show when={props.warnings.failed()}>
        <p class="error">{w("commendations.warnings.failed")}</p>
        <Button class="small" label={w("load.again")} onClick={props.warnings.reload} />
      </Show>
      <p class="soft" role="status">
        {props.warnings.busy() ? w("commendations.warnings.busy") : ""}
      </p>
      <Show when={!props.warnings.busy() && !props.warnings.failed() && found().length === 0}>
        <p>{w("commendations.warnings.none")}</p>
      </Show>
      <WarningItems id={props.id} warnings={found().slice(0, shownAtFirst)} />
      <Show when={found().length > shownAtFirst}>
        <details>
          <summary>{w("commendations.warnings.more", { count: found().length - shownAtFirst })}</summary>
          <WarningItems id={props.id} warnings={found().slice(shownAtFirst)} />
        </details>
      </Show>
    </section>
  );
}

function WarningItems(props: { id: string; warnings: readonly CommendationWarning[] }) {
  const { w, m } = useWords();
  return (
    <ul>
      <For each={props.warnings}>
        {({ code, lines, params }) => (
          <li>
            {m(`commendation.warning.${code}`, params)}
            <Show when={lines.length > 0}>
              {" "}
              <span class="warned-lines">
                {w("commendations.warnings.lines")}{" "}
                <For each={lines.slice(0, linkedLines)}>
                  {(n, i) => (
                    <>
                      {i() > 0 ? ", " : ""}
                      <a
                        href={pathTo("commendations", { line: n }, props.id)}
                        aria-label={w("commendations.warnings.toLine", { number: n })}
                      >
                        {n}
                      </a>
                    </>
                  )}
                </For>
                {lines.length > linkedLines
                  ? ` ${w("commendations.warnings.otherLines", { count: lines.length - linkedLines })}`
                  : ""}
              </span>
            </Show>
          </li>
        )}
      </For>
    </ul>
  );
}
