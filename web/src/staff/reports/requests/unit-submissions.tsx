import { For, Show } from "solid-js";
import { reportId } from "#core/report/record.ts";
import type { ReportRequestView, SubmissionView } from "../../../../../functions/api/report/request-views.ts";
import { Button } from "../../../button.tsx";
import { pathTo } from "../../parts/address.ts";
import { createLoad, Loaded } from "../../parts/loading.tsx";
import { Trouble } from "../../parts/messages.tsx";
import { createAction } from "../../parts/sending.ts";
import { useSession } from "../../parts/session.tsx";
import { useWords } from "../../words/words.ts";
import { readUnit, returnReport, submitReport, unitPath } from "./api.ts";
import { OneSubmission } from "./one-submission.tsx";

export function UnitSubmissions(props: {
  view: ReportRequestView;
  unit: string;
  onFresh: (view: ReportRequestView) => void;
}) {
  const { w } = useWords();
  const { call } = useSession();
  const action = createAction();
  const load = createLoad(
    () => props.unit,
    (unit) => readUnit(props.view.id, unit),
  );
  const isClosed = () => props.view.closedAt !== null;
  const row = () => props.view.rows.find(({ unit }) => unit.id === props.unit);
  const act = (attempt: () => Promise<ReportRequestView>) =>
    action.run(async () => {
      props.onFresh(await call(attempt));
      await load.reload();
    });
  return (
    <>
      <Loaded of={load}>
        {(view) => (
          <>
            <Show
              when={row()?.maySubmit && !isClosed()}
              fallback={
                <p>
                  <a href={hrefOfReport(props.view, props.unit)}>{w("reports.make.open")}</a>
                </p>
              }
            >
              <SubmitNote
                request={props.view}
                unit={props.unit}
                report={view().report}
                latest={view().submissions[0] ?? null}
                busy={action.busy()}
                onSubmit={(seen) =>
                  void act(() => submitReport(props.view.id, { unit: props.unit, ...seen }))
                }
              />
            </Show>
            <Show
              when={view().submissions.length > 0}
              fallback={<p class="soft">{w("requests.nothingIn")}</p>}
            >
              <ol class="submissions">
                <For each={view().submissions}>
                  {(submission, i) => (
                    <OneSubmission
                      submission={submission}
                      isLatest={i() === 0}
                      path={unitPath(props.view.id, props.unit)}
                      place={`${props.view.id}/${props.unit}`}
                      mayReturn={
                        props.view.may.ask && !isClosed() && i() === 0 && submission.state === "submitted"
                      }
                      busy={action.busy()}
                      onReturn={(reason) =>
                        act(() => returnReport(props.view.id, { unit: props.unit, n: submission.n, reason }))
                      }
                    />
                  )}
                </For>
              </ol>
            </Show>
          </>
        )}
      </Loaded>
      <Trouble text={action.trouble()} />
    </>
  );
}

const hrefOfReport = ({ from, to }: ReportRequestView, unit: string) =>
  pathTo("reports", {}, reportId({ unit, from, to }));

function SubmitNote(props: {
  request: ReportRequestView;
  unit: string;
  report: { edition: number; hash: string | null; state: "draft" | "approved" | "published" } | null;
  latest: SubmissionView | null;
  busy: boolean;
  onSubmit: (seen: { edition: number; hash: string }) => void;
}) {
  const { w } = useWords();
  const step = () => {
    const { report, latest } = props;
    if (!report) return "none" as const;
    if (report.state === "draft" || report.hash === null) return "draft" as const;
    if (latest?.edition !== report.edition || latest.hash !== report.hash) return "ready" as const;
    return latest.state === "returned" ? ("returned" as const) : ("done" as const);
  };
  return (
    <div class="submit-note" classList={{ done: step() === "done" }}>
      <p>
        {w(`requests.step.${step()}`, { number: props.report?.edition ?? 0 })}{" "}
        <a href={hrefOfReport(props.request, props.unit)}>
          {w(step() === "none" ? "requests.makeReport" : "reports.make.open")}
        </a>
      </p>
      <Show when={step() === "ready"}>
        <Button
          class="main"
          label={w(props.latest ? "requests.submitAgain" : "requests.submit", {
            number: props.report?.edition ?? 0,
          })}
          disabled={props.busy}
          onClick={() => {
            const { report } = props;
            if (report?.hash) props.onSubmit({ edition: report.edition, hash: report.hash });
          }}
        />
      </Show>
    </div>
  );
}
