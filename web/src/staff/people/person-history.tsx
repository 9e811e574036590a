import { For, Show } from "solid-js";
import type { StaffView } from "../../../../functions/api/staff/views.ts";
import { writeInstant } from "../../dates.ts";
import { useWords } from "../words/words.ts";
import { useGrantWords } from "./person-parts.tsx";

export function PersonHistory(props: { view: StaffView }) {
  const { w } = useWords();
  const say = useGrantWords();
  return (
    <>
      <section class="entry-section">
        <h2>{w("people.log")}</h2>
        <Show when={props.view.log.length > 0} fallback={<p class="soft">{w("people.logNone")}</p>}>
          <ol class="person-log">
            <For each={props.view.log}>
              {(entry) => (
                <li>
                  <p>
                    <b>{w(`people.did.${entry.did}`, { other: entry.other?.name ?? "" })}</b>{" "}
                    <span class="soft">
                      {writeInstant(entry.at)} · {entry.by.name}
                    </span>
                  </p>
                  <Show when={entry.reason}>
                    <p>{entry.reason}</p>
                  </Show>
                  <p class="soft">{entry.grants.map(say).join("; ")}</p>
                </li>
              )}
            </For>
          </ol>
        </Show>
      </section>
      <section class="entry-section">
        <h2>{w("people.signIns")}</h2>
        <p class="soft">{w("people.signInsWhat")}</p>
        <Show when={props.view.signIns.length > 0} fallback={<p>{w("people.signInsNone")}</p>}>
          <ul class="sign-ins">
            <For each={props.view.signIns}>
              {({ at, outcome }) => (
                <li>
                  {writeInstant(at)}:{" "}
                  {outcome === "signedIn"
                    ? w("people.signedIn")
                    : w(
                        outcome === "signIn.deactivated"
                          ? "people.refused.deactivated"
                          : "people.refused.unused",
                      )}
                </li>
              )}
            </For>
          </ul>
        </Show>
      </section>
    </>
  );
}
