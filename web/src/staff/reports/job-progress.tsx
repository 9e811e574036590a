import { Show } from "solid-js";
import { isUnfinished } from "#core/jobs/job.ts";
import type { JobView } from "../../../../functions/api/jobs/views.ts";
import { Status, Trouble } from "../parts/messages.tsx";
import { useWords } from "../words/words.ts";

export function JobProgress(props: { job: Pick<JobView, "state" | "problem" | "parameters"> | null }) {
  const { w, m } = useWords();
  const words = () => {
    const task = String(props.job?.parameters.task);
    if (task === "issue" || task === "verify") return w(`reports.job.${task}`);
    return w("reports.job.make");
  };
  const unfinished = () => props.job !== null && isUnfinished(props.job);
  return (
    <>
      <Status class="job-said" text={unfinished() ? words() : ""} />
      <Show when={unfinished()}>
        <progress aria-label={words()} />
        <p class="soft small">{w("reports.job.leave")}</p>
      </Show>
      <Show when={props.job?.state === "refused" || props.job?.state === "failed" ? props.job : null}>
        {(job) => <Trouble text={m(job().problem ?? "job.failed")} />}
      </Show>
    </>
  );
}
