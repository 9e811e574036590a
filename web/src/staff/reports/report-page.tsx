import { Show } from "solid-js";
import { reportId } from "#core/report/record.ts";
import type { ReportView } from "../../../../functions/api/report/views.ts";
import { usePageTitle } from "../../page-title.ts";
import { pathTo } from "../parts/address.ts";
import { isProblem } from "../parts/api.ts";
import { createLoad, FailureNote } from "../parts/loading.tsx";
import { useWords } from "../words/words.ts";
import { readReport } from "./api.ts";
import { MissingReport } from "./missing-report.tsx";
import { ReportReader } from "./reading/report-reader.tsx";
import { createReportActions } from "./report-actions.ts";
import { ReportHead } from "./report-head.tsx";
import { formatPeriod, type ReportKey } from "./report-key.ts";
import { ReportPanels } from "./report-panels.tsx";

export function ReportPage(props: { report: ReportKey }) {
  const { w } = useWords();
  const load = createLoad(
    () => reportId(props.report),
    () => readReport(props.report),
  );
  usePageTitle(() => {
    const view = load.data();
    return view
      ? w("reports.titleOf", { period: formatPeriod(props.report, w), unit: view.unit.name })
      : w("reports.title");
  });
  return (
    <>
      <p class="report-back">
        <a href={pathTo("reports", { unit: props.report.unit })}>{w("reports.back")}</a>
      </p>
      <Show when={!load.data() && !isProblem(load.failure(), "report.notFound")}>
        <h1>{w("reports.title")}</h1>
      </Show>
      <Show when={load.failure()}>
        {(failure) => (
          <Show
            when={isProblem(failure(), "report.notFound")}
            fallback={<FailureNote failure={failure()} onRetry={() => void load.reload()} />}
          >
            <MissingReport report={props.report} onMade={() => void load.reload()} />
          </Show>
        )}
      </Show>
      <Show when={load.busy() && !load.data()}>
        <p class="soft busy">{w("load.busy")}</p>
      </Show>
      <Show when={load.data()}>
        {(view) => <OpenReport report={props.report} view={view()} onFresh={load.put} />}
      </Show>
    </>
  );
}

function OpenReport(props: { report: ReportKey; view: ReportView; onFresh: (view: ReportView) => void }) {
  const actions = createReportActions({
    report: () => props.report,
    view: () => props.view,
    onFresh: (view) => props.onFresh(view),
  });
  return (
    <ReportReader
      report={props.report}
      edition={null}
      model={props.view.model}
      issue={props.view.record.issue}
      head={<ReportHead report={props.report} view={props.view} actions={actions} />}
      margin={<ReportPanels report={props.report} view={props.view} actions={actions} />}
    />
  );
}
