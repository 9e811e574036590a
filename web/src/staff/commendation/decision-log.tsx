import { createSignal, For, Show } from "solid-js";
import type { CommendationEntry } from "#core/commendation/decision.ts";
import type { CommendationLogView, CommendationView } from "../../../../functions/api/commendation/views.ts";
import { Button } from "../../button.tsx";
import { writeDay, writeInstant } from "../../dates.ts";
import { watch } from "../../watch.ts";
import { createAction } from "../parts/sending.ts";
import { useCall } from "../parts/session.tsx";
import { useWords } from "../words/words.ts";
import { readLog } from "./api.ts";
import { writeLineNumbers } from "./printing/line-numbers.ts";

/** Entries about more lines give their numbers only. */
const mostNamed = 3;

/** Shows the newest log entries. A button loads earlier ones. */
export function DecisionLog(props: { view: CommendationView }) {
  const { w } = useWords();
  const call = useCall();
  const action = createAction();
  const [earlier, setEarlier] = createSignal<CommendationLogView | null>(null);
  watch(
    () => `${props.view.decision.id} ${props.view.decision.version}`,
    () => setEarlier(null),
  );
  const before = () => (earlier() ? (earlier()?.before ?? null) : props.view.logBefore);
  const entries = () => [...(earlier()?.log ?? []), ...props.view.log];
  const readEarlier = async (from: number) => {
    const page = await call(() => readLog(props.view.decision.id, from));
    setEarlier({
      log: [...page.log, ...(earlier()?.log ?? [])],
      logged: [...page.logged, ...(earlier()?.logged ?? [])],
      before: page.before,
    });
  };
  const names = () =>
    new Map([...(earlier()?.logged ?? []), ...props.view.logged].map(({ n, name }) => [n, name]));
  const describe = ({ did, lines, number, signedOn }: CommendationEntry) => {
    const decision = number === null ? "" : `${number} (${signedOn === null ? "" : writeDay(signedOn)})`;
    return w(`commendations.did.${did}`, {
      count: lines.length,
      which: writeLineNumbers(lines, lines.length <= mostNamed ? names() : new Map()),
      decision,
    });
  };
  return (
    <details class="commendation-log">
      <summary>{w("commendations.log", { count: props.view.decision.version })}</summary>
      <ol>
        <For each={entries().toReversed()}>
          {(entry) => (
            <li>
              <time datetime={entry.at}>{writeInstant(entry.at)}</time> <b>{entry.by.name}</b>{" "}
              {describe(entry)}
              {entry.reason === "" ? "" : ` ${w("commendations.log.reason", { reason: entry.reason })}`}
            </li>
          )}
        </For>
      </ol>
      <Show when={before()}>
        {(from) => (
          <Button
            class="small"
            label={w("commendations.log.earlier")}
            disabled={action.busy()}
            onClick={() => void action.run(() => readEarlier(from()))}
          />
        )}
      </Show>
      <Show when={action.trouble()}>
        <p class="error">{action.trouble()}</p>
      </Show>
    </details>
  );
}
