import { createSignal, For, Show } from "solid-js";
import { type ReportMove, reportId } from "#core/report/record.ts";
import type { ReportView } from "../../../../functions/api/report/views.ts";
import { Button } from "../../button.tsx";
import { writeDay, writeInstant } from "../../dates.ts";
import { today } from "../../server-time.ts";
import { Status, Trouble } from "../parts/messages.tsx";
import { useWords } from "../words/words.ts";
import { ReportMoveDialog } from "./move-dialog.tsx";
import { useReading } from "./reading/reading.ts";
import type { ReportActions } from "./report-actions.ts";
import { formatPeriod, type ReportKey } from "./report-key.ts";
import { StateTag } from "./state-tag.tsx";
import { isWorking } from "./steps.ts";
import { StepsPanel } from "./steps-panel.tsx";

const panels = ["warnings", "texts", "signing", "files", "check", "editions"] as const;

export function ReportHead(props: { report: ReportKey; view: ReportView; actions: ReportActions }) {
  const { w } = useWords();
  const reading = useReading();
  const [asked, setAsked] = createSignal<ReportMove | null>(null);
  const [status, setStatus] = createSignal("");
  const record = () => props.view.record;
  const may = (what: ReportView["may"][number]) => props.view.may.includes(what);
  const idle = () => !props.actions.busy() && !isWorking({ job: props.actions.job() });
  const toWarnings = () => {
    reading.close();
    queueMicrotask(() => {
      const target = document.getElementById("report-warnings");
      if (target instanceof HTMLDetailsElement) target.open = true;
      target?.querySelector("summary")?.focus();
      target?.scrollIntoView({ block: "nearest" });
    });
  };
  return (
    <header class="report-head">
      <div class="head-row">
        <h1>{w("reports.titleOf", { period: formatPeriod(props.report, w), unit: props.view.unit.name })}</h1>
        <StateTag state={record().state} />
        <span class="soft">
          {w("reports.edition", { number: record().edition })}
          <Show when={record().issue}>
            {(issue) => ` · ${issue().number}, ${writeDay(issue().signedOn)}`}
          </Show>
          <Show when={record().made}>
            {(made) => ` · ${w("reports.edition.made", { time: writeInstant(made().at) })}`}
          </Show>
        </span>
        <span class="push report-doings">
          <Show when={record().state === "draft" && record().made && may("edit")}>
            <Button
              class="small"
              label={w("reports.remake")}
              disabled={!idle()}
              onClick={() => void props.actions.begin("make")}
            />
          </Show>
          <Show when={record().state !== "draft" && may("reopen")}>
            <Button
              class="small"
              opensDialog
              label={w("reports.move.reopen")}
              disabled={!idle()}
              onClick={() => setAsked("reopen")}
            />
          </Show>
          <Button class="small" label={w("board.print")} onClick={() => window.print()} />
        </span>
      </div>
      <StepsPanel
        view={props.view}
        job={props.actions.job()}
        busy={props.actions.busy()}
        onMake={() => void props.actions.begin("make")}
        onIssue={() => void props.actions.begin("issue")}
        onWarnings={toWarnings}
        onMove={setAsked}
      />
      <nav class="report-jump" aria-label={w("reports.jump")}>
        <ul>
          <For each={panels}>
            {(panel) => (
              <li>
                <a href={`#report-${panel}`}>{w(`reports.panel.${panel}`)}</a>
              </li>
            )}
          </For>
        </ul>
      </nav>
      <Trouble text={props.actions.trouble()} />
      <Status class="visually-hidden" text={status()} />
      <ReportMoveDialog
        move={asked()}
        report={reportId(props.report)}
        symbol={props.view.model?.unit.level === "unit" ? "BC" : "BC-MTTQ-BTT"}
        today={today()}
        onClose={() => setAsked(null)}
        onMove={async (move, form) => {
          const outcome = await props.actions.move(move, form);
          if (outcome === null) setStatus(w(`reports.moved.${move}`));
          return outcome;
        }}
      />
    </header>
  );
}
