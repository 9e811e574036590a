import { createUniqueId, For, Show } from "solid-js";
import type { Statement } from "#core/initiatives/history.ts";
import { writeInstant } from "../../dates.ts";
import { useWords } from "../words/words.ts";

export function Statements(props: { statements: readonly Statement[] }) {
  const { w, m } = useWords();
  const heading = createUniqueId();
  return (
    <Show when={props.statements.length > 0}>
      <section class="statements" aria-labelledby={heading}>
        <h3 id={heading}>{w("dossier.statements")}</h3>
        <For each={props.statements}>
          {({ at, move, text }) => (
            <div>
              <p class="soft">
                {m(`move.${move}`)} · <time datetime={at}>{writeInstant(at)}</time>
              </p>
              <p class="passage quoted">{text}</p>
            </div>
          )}
        </For>
      </section>
    </Show>
  );
}
