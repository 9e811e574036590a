import "./report-runs.css";
import { Show } from "solid-js";
import { usePageTitle } from "../../page-title.ts";
import { ReportTabs } from "../reports/report-tabs.tsx";
import { useWords } from "../words.ts";
import { readRunPlace } from "./requests.ts";
import { RunList } from "./run-list.tsx";
import { RunProgress } from "./run-progress.tsx";

/** Runs that make the year's reports by the schedule; `id` is the one that lies open. */
export function ReportRunsPage(props: { id: string | null }) {
  const { w } = useWords();
  usePageTitle(() => w("reportRuns.title"));
  return (
    <>
      <ReportTabs current="reportRuns" />
      <Show when={props.id} keyed fallback={<RunList />}>
        {(id) => <RunProgress place={readRunPlace(id)} />}
      </Show>
    </>
  );
}
