import { Show } from "solid-js";
import { useWords } from "../words/words.ts";
import { FailureNote } from "./failure-note.tsx";
import type { Load } from "./loading.ts";

/** State of a load without data: an error with a retry button, or a busy note. */
export function LoadNote(props: { of: Pick<Load<unknown>, "failure" | "busy" | "reload"> }) {
  const { w } = useWords();
  return (
    <>
      <Show when={props.of.failure()}>
        {(failure) => <FailureNote failure={failure()} onRetry={() => void props.of.reload()} />}
      </Show>
      <Show when={props.of.busy()}>
        <p class="soft busy">{w("load.busy")}</p>
      </Show>
    </>
  );
}
