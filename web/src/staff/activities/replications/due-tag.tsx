import { Show } from "solid-js";
import { writeDay } from "../../../dates.ts";
import { today } from "../../../server-time.ts";
import { deadlineOf } from "../../parts/deadline.ts";
import { useWords } from "../../words/words.ts";

export function DueTag(props: { dueOn: string | null }) {
  const { w } = useWords();
  const deadline = () => deadlineOf(props.dueOn, today());
  const days = () => {
    const now = deadline();
    return now.kind === "none" ? 0 : now.days;
  };
  return (
    <Show when={props.dueOn} fallback={<span class="soft">–</span>}>
      {(day) => (
        <>
          {writeDay(day())}{" "}
          <Show when={deadline().kind === "late"}>
            <span class="tag late">{w("replications.late", { count: days() })}</span>
          </Show>
          <Show when={deadline().kind === "today" || deadline().kind === "soon"}>
            <span class="tag wait">{w("replications.soon", { count: days() })}</span>
          </Show>
        </>
      )}
    </Show>
  );
}
