import { For, Show } from "solid-js";
import type { Decision, Recognition } from "#core/initiatives/recognition.ts";
import { writeDay } from "../../dates.ts";
import { useWords } from "../words/words.ts";

export function RecognitionsTable(props: { recognitions: Recognition[] }) {
  const { w, m } = useWords();
  const cite = (decision: Decision) =>
    w("dossier.decisionText", { number: decision.number, day: writeDay(decision.signedOn) });
  return (
    <table class="recognitions">
      <caption>{w("dossier.recognitionsCaption")}</caption>
      <thead>
        <tr>
          <th scope="col">{w("dossier.level")}</th>
          <th scope="col">{w("dossier.decision")}</th>
          <th scope="col">{w("dossier.revoked")}</th>
        </tr>
      </thead>
      <tbody>
        <For each={props.recognitions}>
          {(recognition) => (
            <tr>
              <th scope="row">{m(`level.${recognition.level}`)}</th>
              <td>
                <Show when={recognition.decision} fallback={w("dossier.unknown")}>
                  {(decision) => cite(decision())}
                </Show>
              </td>
              <td>
                <Show
                  when={recognition.revoked}
                  fallback={<span class="tag done">{w("dossier.standing")}</span>}
                >
                  {(decision) => <span class="bad-text">{cite(decision())}</span>}
                </Show>
              </td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  );
}
