import { createSignal, For, type JSX, Show } from "solid-js";
import { textSections } from "#core/figures/section.ts";
import { reportId } from "#core/report/record.ts";
import { expectedTexts } from "#core/report/texts.ts";
import type { ReportView } from "../../../../functions/api/report/views.ts";
import { Button } from "../../button.tsx";
import { useWords } from "../words/words.ts";
import { reportPath } from "./api.ts";
import { Downloads } from "./reading/downloads.tsx";
import { createSavedTexts, TextsDialog, TextsOrigin } from "./reading/texts-dialog.tsx";
import { VerificationResult } from "./reading/verification.tsx";
import { Versions } from "./reading/versions.tsx";
import { WarningsPanel } from "./reading/warnings-panel.tsx";
import type { ReportActions } from "./report-actions.ts";
import type { ReportKey } from "./report-key.ts";
import { SignedFile } from "./signed-file.tsx";
import { SigningSummary } from "./signing-panel.tsx";
import { countOpen, isWorking, textsAreNewer } from "./steps.ts";

export function ReportPanels(props: { report: ReportKey; view: ReportView; actions: ReportActions }) {
  const { w } = useWords();
  const record = () => props.view.record;
  const mayEdit = () => props.view.may.includes("edit") && record().state === "draft";
  const count = () => countOpen(props.view);
  return (
    <>
      <Panel
        id="report-warnings"
        title={
          count() > 0 ? w("reports.panel.warningsLeft", { count: count() }) : w("reports.panel.warnings")
        }
        open={record().state === "draft" && (props.view.model?.warnings.length ?? 0) > 0}
      >
        <Show when={props.view.model} fallback={<p class="soft">{w("reports.notMade")}</p>}>
          {(model) => (
            <WarningsPanel
              report={reportId(props.report)}
              model={model()}
              dismissals={record().dismissals}
              mayEdit={mayEdit()}
              busy={props.actions.busy()}
              onDismiss={props.actions.dismiss}
            />
          )}
        </Show>
      </Panel>
      <Panel id="report-texts" title={w("reports.panel.texts")} open={record().state === "draft"}>
        <TextsSummary report={props.report} view={props.view} actions={props.actions} mayEdit={mayEdit()} />
      </Panel>
      <Panel id="report-signing" title={w("reports.panel.signing")} open={record().state === "draft"}>
        <SigningSummary report={props.report} view={props.view} actions={props.actions} mayEdit={mayEdit()} />
      </Panel>
      <Panel id="report-files" title={w("reports.panel.files")} open={true}>
        <Show when={record().made?.files} fallback={<p class="soft">{w("reports.notMade")}</p>}>
          {(files) => <Downloads path={reportPath(props.report)} files={files()} />}
        </Show>
        <Show when={record().made?.issued}>
          <SignedFile report={props.report} view={props.view} actions={props.actions} />
        </Show>
      </Panel>
      <Panel id="report-check" title={w("reports.panel.check")} open={props.view.verification !== null}>
        <p class="soft">{w("reports.verify.lead")}</p>
        <Show when={props.view.may.includes("edit") && record().made}>
          <Button
            class="small"
            label={w("reports.verify")}
            disabled={props.actions.busy() || isWorking({ job: props.actions.job() })}
            onClick={() => void props.actions.begin("verify")}
          />
        </Show>
        <div role="status">
          <Show when={props.view.verification}>
            {(found) => <VerificationResult figures={props.view.model?.figures ?? []} found={found()} />}
          </Show>
        </div>
      </Panel>
      <Panel id="report-editions" title={w("reports.panel.editions")} open={record().editions.length > 0}>
        <Versions report={props.report} view={props.view} />
      </Panel>
    </>
  );
}

function Panel(props: { id: string; title: string; open: boolean; children: JSX.Element }) {
  return (
    <details id={props.id} class="report-panel" open={props.open}>
      <summary>
        <h2>{props.title}</h2>
      </summary>
      {props.children}
    </details>
  );
}

const isExpected = (section: string) => (expectedTexts as readonly string[]).includes(section);

function TextsSummary(props: {
  report: ReportKey;
  view: ReportView;
  actions: ReportActions;
  mayEdit: boolean;
}) {
  const { w } = useWords();
  const [open, setOpen] = createSignal(false);
  const kept = createSavedTexts(() => props.report);
  const texts = () => props.view.record.texts;
  return (
    <>
      <TextsOrigin view={props.view} />
      <ul class="report-texts-list">
        <For each={textSections.filter((section) => isExpected(section) || texts()[section])}>
          {(section) => (
            <li>
              <b>{w(`reports.text.${section}`)}</b>
              <p class="soft" lang={texts()[section] ? "vi" : undefined}>
                {texts()[section] || w("reports.texts.empty")}
              </p>
            </li>
          )}
        </For>
      </ul>
      <Show when={kept.typed() !== null}>
        <p class="met">{w("reports.texts.unsaved")}</p>
      </Show>
      <Show when={textsAreNewer(props.view)}>
        <p>{w("reports.texts.newer")}</p>
      </Show>
      <Show when={props.mayEdit}>
        <Button class="small" opensDialog label={w("reports.texts.edit")} onClick={() => setOpen(true)} />
      </Show>
      <TextsDialog
        open={open()}
        report={props.report}
        view={props.view}
        onFresh={props.actions.take}
        onClose={() => setOpen(false)}
        onSaved={(view) => {
          props.actions.take(view);
          setOpen(false);
        }}
      />
    </>
  );
}
