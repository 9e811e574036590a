import { createUniqueId, For, Show } from "solid-js";
import type { RecordedDecision } from "#core/initiatives/decision-correction.ts";
import type { InitiativeView } from "../../../../functions/api/initiatives/views.ts";
import { Button } from "../../button.tsx";
import { writeDay } from "../../dates.ts";
import { useWords } from "../words/words.ts";

export function DecisionList(props: {
  view: InitiativeView;
  onCorrect: (decision: RecordedDecision) => void;
}) {
  const { w, m } = useWords();
  const heading = createUniqueId();
  const say = ({ decision }: RecordedDecision) =>
    decision
      ? w("dossier.decisionText", { number: decision.number, day: writeDay(decision.signedOn) })
      : w("decision.none");
  return (
    <Show when={props.view.decisions.length > 0}>
      <section class="statements" aria-labelledby={heading}>
        <h3 id={heading}>{w("decision.list")}</h3>
        <ul class="plain-list">
          <For each={props.view.decisions}>
            {(decision) => (
              <li>
                {m(`move.${decision.move}`)}: {say(decision)}{" "}
                <Button
                  class="small"
                  opensDialog
                  label={w("decision.correct")}
                  ariaLabel={w("decision.correctWhat", { what: say(decision) })}
                  onClick={() => props.onCorrect(decision)}
                />
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
}
