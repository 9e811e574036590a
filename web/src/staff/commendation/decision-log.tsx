import { For } from "solid-js";
import type { CommendationEntry } from "#core/commendation/decision.ts";
import { writeDay, writeInstant } from "../../dates.ts";
import { useWords } from "../words/words.ts";

export function DecisionLog(props: { log: readonly CommendationEntry[] }) {
  const { w } = useWords();
  const describe = ({ did, lines, number, signedOn }: CommendationEntry) => {
    const decision = number === null ? "" : `${number} (${signedOn === null ? "" : writeDay(signedOn)})`;
    return w(`commendations.did.${did}`, { count: lines.length, decision });
  };
  return (
    <details class="commendation-log">
      <summary>{w("commendations.log", { count: props.log.length })}</summary>
      <ol>
        <For each={props.log.toReversed()}>
          {(entry) => (
            <li>
              <time datetime={entry.at}>{writeInstant(entry.at)}</time> <b>{entry.by.name}</b>{" "}
              {describe(entry)}
              {entry.reason === "" ? "" : ` ${w("commendations.log.reason", { reason: entry.reason })}`}
            </li>
          )}
        </For>
      </ol>
    </details>
  );
}
