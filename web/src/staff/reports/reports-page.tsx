import { Show } from "solid-js";
import { usePageTitle } from "../../page-title.ts";
import { ReportTabs } from "../reports/report-tabs.tsx";
import { useWords } from "../words.ts";

/** A unit's reports; `id` is the one that lies open. */
export function ReportsPage(props: { id: string | null }) {
  const { w } = useWords();
  usePageTitle(() => w("reports.title"));
  return (
    <>
      <ReportTabs current="reports" />
      <Show when={props.id} fallback={<h1>{w("reports.title")}</h1>}>
        <h1>{props.id}</h1>
      </Show>
    </>
  );
}
