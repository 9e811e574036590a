import { createUniqueId, For, Show } from "solid-js";
import type { HistoryEntry } from "../../../../functions/api/initiatives/views.ts";
import { writeDay, writeInstant } from "../../dates.ts";
import { useWords } from "../words/words.ts";
import "../../public/name-consent/words/vi.ts";

export function HistoryTimeline(props: { history: HistoryEntry[] }) {
  const { w, m } = useWords();
  const heading = createUniqueId();
  return (
    <section class="dossier-history" aria-labelledby={heading}>
      <h3 id={heading}>{w("dossier.history")}</h3>
      <ol>
        <For each={props.history.toReversed()}>
          {(entry) => (
            <li>
              <p>
                <strong>{m(`move.${entry.move}`)}</strong>
                <span class="soft"> · {m(`role.${entry.role}`)}</span>
              </p>
              <p class="soft">
                <time datetime={entry.at}>{writeInstant(entry.at)}</time> · {m(`state.${entry.to}`)}
              </p>
              <For each={factsOf(entry)}>{(fact) => <p>{fact}</p>}</For>
              <For each={["reason", "word", "explanation", "opinion"] as const}>
                {(name) => (
                  <Show when={entry[name]}>
                    {(text) => <p class="passage quoted">{w(`dossier.${name}`, { text: text() })}</p>}
                  </Show>
                )}
              </For>
            </li>
          )}
        </For>
      </ol>
    </section>
  );

  function citeDecision(decision: unknown): string | null {
    if (typeof decision !== "object" || decision === null) return null;
    if (!("number" in decision && "signedOn" in decision)) return null;
    const day = writeDay(String(decision.signedOn));
    return w("dossier.decisionText", { number: String(decision.number), day });
  }

  /** `facts` is untyped, so each value is checked. */
  function factsOf({ facts }: HistoryEntry): string[] {
    const shown: string[] = [];
    if (typeof facts.number === "number") shown.push(w("dossier.number", { number: facts.number }));
    if (typeof facts.level === "string") shown.push(`${w("dossier.level")}: ${m(`level.${facts.level}`)}`);
    const decision = citeDecision(facts.decision);
    if (decision) shown.push(`${w("dossier.decision")} ${decision}`);
    const before = citeDecision(facts.before);
    if (before) shown.push(w("dossier.factBefore", { decision: before }));
    if (typeof facts.author === "number" && typeof facts.answer === "string")
      shown.push(
        w(facts.answer === "confirmed" ? "dossier.coAuthor.confirmed" : "dossier.coAuthor.denied", {
          n: facts.author + 1,
        }),
      );
    const { fromUnit, toUnit } = facts as Record<string, { name?: unknown } | undefined>;
    if (typeof fromUnit?.name === "string" && typeof toUnit?.name === "string")
      shown.push(w("dossier.factMoved", { from: fromUnit.name, to: toUnit.name }));
    if (typeof facts.receivedOn === "string")
      shown.push(w("dossier.received", { day: writeDay(facts.receivedOn) }));
    if (typeof facts.publishName === "string")
      shown.push(
        [
          typeof facts.author === "number" ? w("dossier.nth", { n: facts.author + 1 }) : "",
          m(facts.publishName === "" ? "publishName.notGiven" : "publishName.given"),
        ]
          .filter(Boolean)
          .join(": "),
      );
    if (facts.late === true) shown.push(w("dossier.late"));
    if (typeof facts.dueOn === "string") shown.push(w("dossier.factDueOn", { day: writeDay(facts.dueOn) }));
    return shown;
  }
}
