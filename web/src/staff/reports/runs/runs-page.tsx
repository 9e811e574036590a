import "./runs.css";
import { Show } from "solid-js";
import { usePageTitle } from "../../../page-title.ts";
import { useWords } from "../../words/words.ts";
import { ReportTabs } from "../report-tabs.tsx";
import { parseRunKey } from "./api.ts";
import { RunList } from "./run-list.tsx";
import { RunProgress } from "./run-progress.tsx";

export function ReportRunsPage(props: { id: string | null }) {
  const { w } = useWords();
  usePageTitle(() => w("reportRuns.title"));
  return (
    <>
      <ReportTabs current="reportRuns" />
      <Show when={props.id} keyed fallback={<RunList />}>
        {(id) => <RunProgress run={parseRunKey(id)} />}
      </Show>
    </>
  );
}
