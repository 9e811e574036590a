import { Show } from "solid-js";
import { ProblemError } from "../../api.ts";
import { useWords } from "../words/words.ts";

export function FailureNote(props: { failure: unknown; onRetry: () => void }) {
  const { w } = useWords();
  const status = () => (props.failure instanceof ProblemError ? props.failure.status : 0);
  const words = () => {
    if (status() === 403) return w("load.denied");
    if (status() === 404) return w("load.notFound");
    return w("load.failed");
  };
  return (
    <div class="note bad" role="alert">
      <p>{words()}</p>
      <Show when={status() !== 403 && status() !== 404}>
        <button type="button" class="button" onClick={() => props.onRetry()}>
          {w("load.again")}
        </button>
      </Show>
    </div>
  );
}
