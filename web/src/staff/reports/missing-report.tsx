import { createSignal, Show } from "solid-js";
import { isUnfinished } from "#core/jobs/job.ts";
import { describePeriod } from "#core/report/wording.ts";
import { drawJobId } from "../jobs/exports/api.ts";
import { followJob } from "../jobs/workbooks/following.ts";
import { useSession } from "../parts/session.tsx";
import { sayTrouble } from "../parts/trouble.ts";
import { useWords } from "../words/words.ts";
import { beginReport } from "./api.ts";
import { JobProgress } from "./job-progress.tsx";
import type { ReportPlace } from "./place.ts";

export function MissingReport(props: { place: ReportPlace; onMade: () => void }) {
  const { w, m } = useWords();
  const { session, call } = useSession();
  const [begun, setBegun] = createSignal<string | null>(null);
  const [trouble, setTrouble] = createSignal("");
  const onTrouble = (error: unknown) => setTrouble(sayTrouble(error, w, m));
  const following = followJob({
    id: begun,
    call,
    onTrouble,
    onEnd: (job) => {
      if (job.state === "done") props.onMade();
    },
  });
  const unit = () => session().units.find(({ id }) => id === props.place.unit);
  const running = () => {
    const job = following.job();
    return job !== null && isUnfinished(job);
  };
  const begin = async () => {
    setTrouble("");
    try {
      const job = await call(() => beginReport(drawJobId(), props.place, "make"));
      following.put(job);
      setBegun(job.id);
    } catch (error) {
      onTrouble(error);
    }
  };
  return (
    <section class="note">
      <h1>
        {w("reports.missing", {
          unit: unit()?.name ?? props.place.unit,
          period: describePeriod(props.place),
        })}
      </h1>
      <JobProgress job={following.job()} />
      <p class="trouble" role="alert">
        {trouble()}
      </p>
      <Show when={unit()}>
        <button type="button" class="button main" disabled={running()} onClick={() => void begin()}>
          {w("reports.make")}
        </button>
      </Show>
    </section>
  );
}
