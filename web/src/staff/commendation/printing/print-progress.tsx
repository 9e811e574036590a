import { Show } from "solid-js";
import { isUnfinished } from "#core/jobs/job.ts";
import type { JobView } from "../../../../../functions/api/jobs/views.ts";
import { resultPath } from "../../jobs/api.ts";
import { Download } from "../../parts/download.tsx";
import { Status, Trouble } from "../../parts/messages.tsx";
import { useWords } from "../../words/words.ts";

export function PrintProgress(props: { job: JobView | null; lost: string }) {
  const { w, m } = useWords();
  const unfinished = () => props.job !== null && isUnfinished(props.job);
  const ready = () => (props.job?.state === "done" && props.job.hasResult ? props.job : null);
  const says = () => {
    if (unfinished()) return w("commendations.print.running");
    return ready() ? w("commendations.print.done") : "";
  };
  const trouble = () => {
    const { job } = props;
    if (job?.state !== "refused" && job?.state !== "failed") return props.lost;
    const isEmptyChoice = job.problem === "commendation.lines.required" && job.parameters.lines !== undefined;
    return isEmptyChoice ? w("commendations.print.lines.none") : m(job.problem ?? "job.failed");
  };
  return (
    <div class="print-progress">
      <Status text={says()} />
      <Show when={unfinished()}>
        <progress aria-label={w("commendations.print.running")} />
        <p class="soft">{w("commendations.print.leave")}</p>
      </Show>
      <Show when={ready()}>
        {(job) => (
          <Download
            class="button"
            path={resultPath(job().id)}
            label={w("commendations.print.downloadOf", { name: job().result?.split("/").at(-1) ?? "" })}
          >
            {w("commendations.print.download")}
          </Download>
        )}
      </Show>
      <Trouble text={trouble()} />
    </div>
  );
}
