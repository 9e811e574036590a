import { Show } from "solid-js";
import { reviewedUnits } from "./grants.ts";
import { useSession } from "./session.tsx";
import { useWords } from "./words.ts";

/** Types in an application that came on paper. */
export function PaperEntry() {
  const { w } = useWords();
  const { session } = useSession();
  return (
    <Show when={reviewedUnits(session()).length > 0} fallback={<p class="note">{w("paper.none")}</p>}>
      <section class="paper-entry">
        <h1>{w("paper.title")}</h1>
        <p class="soft">{w("paper.lead")}</p>
      </section>
    </Show>
  );
}
