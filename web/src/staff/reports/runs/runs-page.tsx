import "./runs.css";
import { Show } from "solid-js";
import { usePageTitle } from "../../../page-title.ts";
import { useWords } from "../../words/words.ts";
import { ReportTabs } from "../report-tabs.tsx";
import { readRunPlace } from "./api.ts";
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
