import { Show } from "solid-js";
import { describePeriod } from "#core/report/wording.ts";
import type { JobView } from "../../../../functions/api/jobs/views.ts";
import { Button } from "../../button.tsx";
import { createJob } from "../jobs/following.ts";
import { Trouble } from "../parts/messages.tsx";
import { createAction } from "../parts/sending.ts";
import { useSession } from "../parts/session.tsx";
import { useWords } from "../words/words.ts";
import { beginReport } from "./api.ts";
import { JobProgress } from "./job-progress.tsx";
import type { ReportKey } from "./report-key.ts";

export function MissingReport(props: { report: ReportKey; onMade: () => void }) {
  const { w } = useWords();
  const { session } = useSession();
  const onEnd = (ended: JobView) => {
    if (ended.state === "done") props.onMade();
  };
  const action = createAction();
  const job = createJob({ onEnd, onTrouble: (error) => void action.fail(error) });
  const unit = () => session().units.find(({ id }) => id === props.report.unit);
  const begin = () => action.run(() => job.begin((id) => beginReport(id, props.report, "make")));
  return (
    <section class="note">
      <h1>
        {w("reports.missing", {
          unit: unit()?.name ?? props.report.unit,
          period: describePeriod(props.report),
        })}
      </h1>
      <JobProgress job={job.job()} />
      <Trouble text={action.trouble()} />
      <Show when={unit()}>
        <Button
          class="main"
          label={w("reports.make")}
          disabled={job.isRunning()}
          onClick={() => void begin()}
        />
      </Show>
    </section>
  );
}
