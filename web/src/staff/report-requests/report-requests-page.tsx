import { Show } from "solid-js";
import { usePageTitle } from "../../page-title.ts";
import { ReportTabs } from "../reports/report-tabs.tsx";
import { useWords } from "../words.ts";

/** Reports asked for, and the board of who has submitted; `id` is the request that lies open. */
export function ReportRequestsPage(props: { id: string | null }) {
  const { w } = useWords();
  usePageTitle(() => w("reportRequests.title"));
  return (
    <>
      <ReportTabs current="reportRequests" />
      <Show when={props.id} fallback={<h1>{w("reportRequests.title")}</h1>}>
        <h1>{props.id}</h1>
      </Show>
    </>
  );
}
