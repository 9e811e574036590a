import { Show } from "solid-js";
import { reportId } from "#core/report/record.ts";
import type { ReportView } from "../../../../functions/api/report/views.ts";
import { usePageTitle } from "../../page-title.ts";
import { pathTo } from "../parts/address.ts";
import { isProblem } from "../parts/api.ts";
import { createLoad, FailureNote } from "../parts/loading.tsx";
import { useWords } from "../words/words.ts";
import { createActing } from "./acting.ts";
import { readReport } from "./api.ts";
import { MissingReport } from "./missing-report.tsx";
import { type ReportPlace, sayPeriod } from "./place.ts";
import { ReportReader } from "./reading/report-reader.tsx";
import { ReportHead } from "./report-head.tsx";
import { ReportPanels } from "./report-panels.tsx";

export function ReportPage(props: { place: ReportPlace }) {
  const { w } = useWords();
  const load = createLoad(
    () => reportId(props.place),
    () => readReport(props.place),
  );
  usePageTitle(() => {
    const view = load.data();
    return view
      ? w("reports.titleOf", { period: sayPeriod(props.place, w), unit: view.unit.name })
      : w("reports.title");
  });
  return (
    <>
      <p class="report-back">
        <a href={pathTo("reports", { unit: props.place.unit })}>{w("reports.back")}</a>
      </p>
      <Show when={load.failure()}>
        {(failure) => (
          <Show
            when={isProblem(failure(), "report.notFound")}
            fallback={<FailureNote failure={failure()} onRetry={() => void load.reload()} />}
          >
            <MissingReport place={props.place} onMade={() => void load.reload()} />
          </Show>
        )}
      </Show>
      <Show when={load.busy() && !load.data()}>
        <p class="soft busy">{w("load.busy")}</p>
      </Show>
      <Show when={load.data()}>
        {(view) => <OpenReport place={props.place} view={view()} onFresh={load.put} />}
      </Show>
    </>
  );
}

function OpenReport(props: { place: ReportPlace; view: ReportView; onFresh: (view: ReportView) => void }) {
  const acting = createActing({
    place: () => props.place,
    view: () => props.view,
    onFresh: (view) => props.onFresh(view),
  });
  return (
    <ReportReader
      place={props.place}
      edition={null}
      model={props.view.model}
      issue={props.view.record.issue}
      head={<ReportHead place={props.place} view={props.view} acting={acting} />}
      margin={<ReportPanels place={props.place} view={props.view} acting={acting} />}
    />
  );
}
