import { Show } from "solid-js";
import { usePageTitle } from "../../page-title.ts";
import { ReportTabs } from "../reports/report-tabs.tsx";
import { useWords } from "../words.ts";

/** Runs that make the year's reports by the schedule; `id` is the one that lies open. */
export function ReportRunsPage(props: { id: string | null }) {
  const { w } = useWords();
  usePageTitle(() => w("reportRuns.title"));
  return (
    <>
      <ReportTabs current="reportRuns" />
      <Show when={props.id} fallback={<h1>{w("reportRuns.title")}</h1>}>
        <h1>{props.id}</h1>
      </Show>
    </>
  );
}
