import { Show } from "solid-js";
import { isUnfinished } from "#core/jobs/job.ts";
import type { JobView } from "../../../../../functions/api/jobs/views.ts";
import { Button } from "../../../button.tsx";
import { Download } from "../../parts/download.tsx";
import { Status } from "../../parts/messages.tsx";
import { useWords } from "../../words/words.ts";
import { resultPath } from "../api.ts";
import { ErrorTable, useFaultWords } from "./error-table.tsx";

export function JobPanel(props: { job: JobView; busy: boolean; onApply: () => void }) {
  const { w } = useWords();
  const say = useFaultWords();
  const dryRun = () => props.job.parameters.dryRun === true;
  const count = (name: string) => props.job.outcome[name] ?? 0;
  const title = () => {
    const { state } = props.job;
    if (isUnfinished(props.job))
      return props.job.total === null ? w("workbooks.checking") : w("workbooks.applying");
    if (state === "done") return dryRun() ? w("workbooks.fit") : w("workbooks.applied");
    return state === "refused" ? w("workbooks.refused") : w("workbooks.failed");
  };
  return (
    <section
      class="job-panel"
      classList={{ bad: props.job.state === "refused" || props.job.state === "failed" }}
    >
      <h2>{title()}</h2>
      <Status class="visually-hidden" text={title()} />
      <Show when={isUnfinished(props.job)}>
        <Show when={props.job.total !== null} fallback={<progress aria-label={w("workbooks.progress")} />}>
          <progress
            aria-label={w("workbooks.progress")}
            max={Math.max(props.job.total ?? 1, 1)}
            value={props.job.done}
          />
        </Show>
        <p class="soft">
          {props.job.total === null
            ? w("workbooks.nothingYet")
            : w("workbooks.rowsOf", { done: props.job.done, total: props.job.total })}
        </p>
      </Show>
      <Show when={props.job.problem}>{(code) => <p>{say({ code: code() })}</p>}</Show>
      <Show when={props.job.state === "done"}>
        <ul class="outcome">
          <li>{w("workbooks.created", { count: count("created") })}</li>
          <li>{w("workbooks.changed", { count: count("changed") })}</li>
          <li>{w("workbooks.unchanged", { count: count("unchanged") })}</li>
        </ul>
        <Show when={dryRun() && count("created") + count("changed") > 0}>
          <Button
            class="main"
            label={w("workbooks.apply", { count: count("created") + count("changed") })}
            disabled={props.busy}
            onClick={props.onApply}
          />
        </Show>
      </Show>
      <Show when={props.job.state === "refused" && props.job.errors.length > 0}>
        <Show when={props.job.hasResult}>
          <p>
            <Download class="button main" path={resultPath(props.job.id)}>
              {w("workbooks.marked")}
            </Download>
          </p>
        </Show>
        <h3>{w("workbooks.errors", { count: props.job.errorCount })}</h3>
        <ErrorTable errors={props.job.errors} count={props.job.errorCount} />
      </Show>
    </section>
  );
}
