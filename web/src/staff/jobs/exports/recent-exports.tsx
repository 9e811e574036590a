import { createUniqueId, For, Show } from "solid-js";
import { isUnfinished, type JobSummary } from "#core/jobs/job.ts";
import { Button } from "../../../button.tsx";
import { writeInstant } from "../../../dates.ts";
import { useWords } from "../../words/words.ts";
import type { ExportJobs } from "./export-jobs.ts";

const nameOf = ({ result }: JobSummary) => result?.split("/").at(-1) ?? null;
const shown = 5;

export function RecentExports(props: { runs: ExportJobs; onTrouble: (error: unknown) => void }) {
  const { w } = useWords();
  const heading = createUniqueId();
  const describeState = ({ state, done }: JobSummary) => {
    if (state === "waiting") return w("export.waiting");
    if (state === "running") return w("export.running", { count: done });
    return state === "done" ? w("export.done", { count: done }) : w("export.failed");
  };
  const download = async (id: string) => {
    try {
      await props.runs.download(id);
    } catch (error) {
      props.onTrouble(error);
    }
  };
  return (
    <section class="export-runs" aria-labelledby={heading}>
      <h3 id={heading}>{w("export.recent")}</h3>
      <p class="visually-hidden" role="status">
        <Show when={props.runs.latest()}>{(job) => describeState(job())}</Show>
      </p>
      <Show when={props.runs.jobs().length > 0} fallback={<p class="soft">{w("export.none")}</p>}>
        <ul>
          <For each={props.runs.jobs().slice(0, shown)}>
            {(job) => (
              <li>
                <div>
                  <p class="export-name">{nameOf(job) ?? w("export.title")}</p>
                  <p class="soft" classList={{ error: job.state === "failed" }}>
                    {describeState(job)} · {writeInstant(job.requestedAt)}
                  </p>
                  <Show when={isUnfinished(job)}>
                    <progress aria-label={describeState(job)} />
                  </Show>
                </div>
                <Show when={job.state === "done" && nameOf(job)}>
                  {(name) => (
                    <Button
                      class="small"
                      label={w("export.download")}
                      ariaLabel={w("export.downloadOf", { name: name() })}
                      onClick={() => void download(job.id)}
                    />
                  )}
                </Show>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <p class="hint">{w("export.keep")}</p>
    </section>
  );
}
