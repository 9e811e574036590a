import { createSignal, For, Show } from "solid-js";
import { textSections } from "#core/figures/section.ts";
import { reportId } from "#core/report/record.ts";
import type { ReportTexts, TextSection } from "#core/report/texts.ts";
import type { ReportView } from "../../../../../functions/api/report/views.ts";
import { Button } from "../../../button.tsx";
import { watch } from "../../../watch.ts";
import { isProblem } from "../../parts/api.ts";
import { TextField } from "../../parts/fields.tsx";
import { FormDialog } from "../../parts/form-dialog.tsx";
import { createSavedInput } from "../../parts/saved-input.ts";
import { createSending } from "../../parts/sending.ts";
import { useSession } from "../../parts/session.tsx";
import { useWords } from "../../words/words.ts";
import { putTexts, readReport } from "../api.ts";
import { formatPeriod, type ReportKey, readReportId } from "../report-key.ts";
import { TextsConflict } from "./texts-conflict.tsx";

export const createSavedTexts = (report: () => ReportKey) =>
  createSavedInput<{ base: ReportTexts; texts: ReportTexts }>(() => `report/texts/${reportId(report())}`);

/** Keeps the input until saved. A conflict shows both versions. */
export function TextsDialog(props: {
  open: boolean;
  report: ReportKey;
  view: ReportView;
  onFresh: (view: ReportView) => void;
  onClose: () => void;
  onSaved: (view: ReportView) => void;
}) {
  const { w } = useWords();
  const { call } = useSession();
  const kept = createSavedTexts(() => props.report);
  const saved = () => props.view.record.texts;
  const typed = (): ReportTexts => kept.typed()?.texts ?? saved();
  const base = (): ReportTexts => kept.typed()?.base ?? saved();
  const isOutdated = () =>
    textSections.some((section) => (base()[section] ?? "") !== (saved()[section] ?? ""));
  const [theirs, setTheirs] = createSignal<ReportTexts | null>(null);
  watch(
    () => props.open,
    () => {
      setTheirs(props.open && isOutdated() ? saved() : null);
    },
  );
  const put = (section: TextSection, text: string) =>
    kept.keep({ base: base(), texts: { ...typed(), [section]: text } });
  const sending = createSending(async (error) => {
    if (!isProblem(error, "version.conflict")) return null;
    const view = await call(() => readReport(props.report));
    props.onFresh(view);
    setTheirs(view.record.texts);
    return {};
  });
  const save = async () => {
    // The page may have received newer texts during typing.
    if (isOutdated()) {
      setTheirs(saved());
      return {};
    }
    const view = await call(() => putTexts(props.report, props.view.record.version, typed()));
    kept.forget();
    props.onSaved(view);
    return null;
  };
  return (
    <FormDialog
      open={props.open}
      wide
      class="report-form"
      title={w("reports.panel.texts")}
      lead={
        <>
          <p class="soft">{w("reports.texts.lead")}</p>
          <TextsOrigin view={props.view} />
          <Show when={theirs()}>
            {(texts) => (
              <TextsConflict
                base={base()}
                mine={typed()}
                theirs={texts()}
                onJoin={(joined) => {
                  kept.keep({ base: texts(), texts: joined });
                  setTheirs(null);
                }}
              />
            )}
          </Show>
        </>
      }
      sending={sending}
      onSend={save}
      action={w("reports.texts.save")}
      blocked={theirs() !== null}
      onClose={props.onClose}
      cancel={w("lost.later")}
      footer={
        <Show when={kept.typed() !== null}>
          <Button class="quiet" label={w("reports.texts.drop")} onClick={() => kept.forget()} />
        </Show>
      }
    >
      <div class="report-texts">
        <For each={textSections}>
          {(section) => (
            <TextField
              pointer={`/texts/${section}`}
              label={w(`reports.text.${section}`)}
              hint={w(`reports.text.${section}.hint`)}
              rows={4}
              value={typed()[section] ?? ""}
              onInput={(text) => put(section, text)}
            />
          )}
        </For>
      </div>
    </FormDialog>
  );
}

export function TextsOrigin(props: { view: ReportView }) {
  const { w } = useWords();
  const from = () => {
    const { textsFrom } = props.view.record;
    const report = textsFrom === null ? null : readReportId(textsFrom);
    return report && formatPeriod(report, w);
  };
  return (
    <Show when={from()}>
      {(period) => <p class="met">{w("reports.texts.from", { period: period() })}</p>}
    </Show>
  );
}
