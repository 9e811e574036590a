import { For, Show } from "solid-js";
import type { JobSummary } from "#core/jobs/job.ts";
import { writeInstant } from "../../../dates.ts";
import { useWords } from "../../words/words.ts";

export function JobHistory(props: { jobs: JobSummary[]; pathTo: (job: JobSummary) => string }) {
  const { w } = useWords();
  return (
    <Show when={props.jobs.length > 0} fallback={<p class="soft">{w("workbooks.none")}</p>}>
      <section class="job-scroll" tabindex="0" aria-label={w("workbooks.history")}>
        <table class="job-table">
          <thead>
            <tr>
              <th scope="col">{w("workbooks.when")}</th>
              <th scope="col">{w("workbooks.what")}</th>
              <th scope="col">{w("workbooks.state")}</th>
              <th scope="col" class="n">
                {w("workbooks.rows")}
              </th>
            </tr>
          </thead>
          <tbody>
            <For each={props.jobs}>
              {(job) => (
                <tr>
                  <td>
                    <a href={props.pathTo(job)}>{writeInstant(job.requestedAt)}</a>
                  </td>
                  <td>{w(job.kind === "import" ? "workbooks.kind.import" : "workbooks.kind.workbook")}</td>
                  <td>
                    {w(`workbooks.state.${job.state}`)}
                    <Show when={job.errorCount > 0}>
                      <span class="soft"> · {w("workbooks.errors", { count: job.errorCount })}</span>
                    </Show>
                  </td>
                  <td class="n">{job.total ?? ""}</td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </section>
    </Show>
  );
}
