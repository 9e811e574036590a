import { Show } from "solid-js";
import type { JobSummary } from "#core/jobs/job.ts";
import { writeInstant } from "../../../dates.ts";
import { WideTable } from "../../parts/table.tsx";
import { useWords } from "../../words/words.ts";

export function JobHistory(props: { jobs: JobSummary[]; pathTo: (job: JobSummary) => string }) {
  const { w } = useWords();
  return (
    <Show when={props.jobs.length > 0} fallback={<p class="soft">{w("workbooks.none")}</p>}>
      <WideTable
        boxClass="job-scroll"
        class="job-table"
        name={w("workbooks.history")}
        rowHeads={false}
        rows={props.jobs}
        columns={[
          {
            head: w("workbooks.when"),
            cell: (job) => <a href={props.pathTo(job)}>{writeInstant(job.requestedAt)}</a>,
          },
          {
            head: w("workbooks.what"),
            cell: ({ kind }) => w(kind === "import" ? "workbooks.kind.import" : "workbooks.kind.workbook"),
          },
          {
            head: w("workbooks.state"),
            cell: ({ state, errorCount: count }) => (
              <>
                {w(`workbooks.state.${state}`)}
                <Show when={count > 0}>
                  <span class="soft"> · {w("workbooks.errors", { count })}</span>
                </Show>
              </>
            ),
          },
          { head: w("workbooks.rows"), class: "n", cell: ({ total }) => total ?? "" },
        ]}
      />
    </Show>
  );
}
