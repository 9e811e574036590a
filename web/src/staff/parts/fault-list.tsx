import { For, Show } from "solid-js";
import { watch } from "../../watch.ts";
import { useWords } from "../words/words.ts";
import { type Fault, idOf } from "./fields.tsx";

/** Takes focus when shown. */
export function FaultList(props: { faults: Fault[]; title: string }) {
  const { e } = useWords();
  let box: HTMLDivElement | undefined;
  watch(
    () => props.faults,
    (faults) => {
      if (faults.length > 0) queueMicrotask(() => box?.focus());
    },
  );
  const go = (event: Event, pointer: string) => {
    event.preventDefault();
    // If the control is missing, link to the nearest ancestor.
    for (let at = pointer; at !== ""; at = at.slice(0, at.lastIndexOf("/"))) {
      const found = document.getElementById(idOf(at));
      if (!found) continue;
      found.scrollIntoView({ block: "center" });
      found.focus();
      return;
    }
  };
  return (
    <Show when={props.faults.length > 0}>
      <div ref={box} class="fault-list" tabindex="-1" role="alert">
        <p>{props.title}</p>
        <ul>
          <For each={props.faults}>
            {(fault) => (
              <li>
                <a href={`#${idOf(fault.pointer)}`} onClick={(event) => go(event, fault.pointer)}>
                  {e(fault)}
                </a>
              </li>
            )}
          </For>
        </ul>
      </div>
    </Show>
  );
}
