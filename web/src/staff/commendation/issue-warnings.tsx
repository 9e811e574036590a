import { Show } from "solid-js";
import { mostSerious } from "#core/commendation/warning.ts";
import { CheckField } from "../parts/check-fields.tsx";
import { useWords } from "../words/words.ts";
import type { Warnings } from "./warning-loading.ts";

/** Number of open warnings, the most serious one, and a tick that they were read. */
export function IssueWarnings(props: { warnings: Warnings; seen: boolean; onSeen: (seen: boolean) => void }) {
  const { w, m } = useWords();
  const count = () => props.warnings.found().length;
  return (
    <>
      <p class="soft" role="status">
        {props.warnings.busy() ? w("commendations.warnings.busy") : ""}
        {props.warnings.failed() ? w("commendations.warnings.failed") : ""}
      </p>
      <Show when={!props.warnings.busy() && mostSerious(props.warnings.found())}>
        {(worst) => (
          <div class="note bad">
            <p>
              <b>{w("commendations.warnings.count", { count: count() })}</b>
            </p>
            <p>{m(`commendation.warning.${worst().code}`, worst().params)}</p>
            <CheckField
              pointer="/seen"
              label={w("commendations.warnings.seen", { count: count() })}
              checked={props.seen}
              onChange={props.onSeen}
            />
          </div>
        )}
      </Show>
    </>
  );
}
