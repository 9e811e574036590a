import { createUniqueId, For, Show } from "solid-js";
import type { InitiativeView } from "../../../../functions/api/initiatives/views.ts";
import { writeInstant } from "../../dates.ts";
import { Fact } from "../../fact.tsx";
import { useWords } from "../words/words.ts";

export function CoAuthorAnswers(props: { view: InitiativeView }) {
  const { w, m } = useWords();
  const heading = createUniqueId();
  const others = () =>
    (props.view.application?.authors ?? []).slice(1).map(({ fullName }, i) => ({
      fullName,
      given: props.view.coAuthors.find(({ author }) => author === i + 1),
    }));
  // Without access to the history, the view contains no answers.
  const isVisible = () => props.view.history.length > 0 && others().length > 0;
  return (
    <Show when={isVisible()}>
      <section class="application-sheet" aria-labelledby={heading}>
        <h3 id={heading}>{w("dossier.coAuthors")}</h3>
        <dl>
          <For each={others()}>
            {({ fullName, given }) => (
              <Fact name={fullName || m("text.erased")}>
                <span class={`tag ${given ? (given.answer === "confirmed" ? "done" : "late") : "wait"}`}>
                  {given
                    ? w(given.answer === "confirmed" ? "dossier.coAuthor.yes" : "dossier.coAuthor.no")
                    : w("dossier.coAuthor.waiting")}
                </span>
                <Show when={given}>
                  {(answer) => <span class="soft small"> {writeInstant(answer().at)}</span>}
                </Show>
                <Show when={given?.word}>{(text) => <p>{w("dossier.word", { text: text() })}</p>}</Show>
              </Fact>
            )}
          </For>
        </dl>
      </section>
    </Show>
  );
}
