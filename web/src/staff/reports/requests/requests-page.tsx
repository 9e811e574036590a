import "./requests.css";
import { Show } from "solid-js";
import { usePageTitle } from "../../../page-title.ts";
import { useWords } from "../../words/words.ts";
import { ReportTabs } from "../report-tabs.tsx";
import { RequestList } from "./request-list.tsx";
import { RequestPage } from "./request-pane.tsx";

export function ReportRequestsPage(props: { id: string | null }) {
  const { w } = useWords();
  usePageTitle(() => w("reportRequests.title"));
  return (
    <>
      <ReportTabs current="reportRequests" />
      <Show when={props.id} keyed fallback={<RequestList />}>
        {(id) => <RequestPage id={id} />}
      </Show>
    </>
  );
}
