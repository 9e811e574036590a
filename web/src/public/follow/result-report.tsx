import { createSignal, For, onMount, Show } from "solid-js";
import { createStore } from "solid-js/store";
import type { FieldError } from "#core/base/problems.ts";
import { validate } from "#core/base/validation.ts";
import { moveForms } from "#core/initiatives/lifecycle.ts";
import type { InitiativeView } from "../../../../functions/api/initiatives/views.ts";
import { ProblemError } from "../../api.ts";
import { useText } from "../../language.tsx";
import { explainFailure, makeMove, readDossier } from "./api.ts";
import { forgetCorrections, keepCorrection, readCorrections } from "./kept-corrections.ts";
import "../form/words/vi.ts";
import { Button } from "../../button.tsx";
import { FailureNotice } from "./failure-notice.tsx";

const fields = [
  { name: "benefitsByAuthor", optional: false },
  { name: "benefitsByUsers", optional: true },
] as const;

export function ResultReport(props: {
  view: InitiativeView;
  accessKey: string;
  onChange: (view: InitiativeView) => void;
  onSent: (view: InitiativeView) => void;
  onLeave: () => void;
}) {
  const text = useText();
  const { t, find } = text;
  const { id } = props.view;
  const [report, setReport] = createStore({
    benefitsByAuthor: "",
    benefitsByUsers: "",
    ...readCorrections(id).report,
  });
  const [errors, setErrors] = createSignal<readonly FieldError[]>([]);
  const [failure, setFailure] = createSignal<string | null>(null);
  const [busy, setBusy] = createSignal(false);
  let heading: HTMLHeadingElement | undefined;
  onMount(() => heading?.focus());
  const errorOf = (name: string) => errors().find(({ pointer }) => pointer === `/${name}`);
  const fault = (found: readonly FieldError[]) => {
    setErrors(found);
    document.getElementById(`report${found[0]?.pointer.replace("/", "-")}`)?.focus();
  };

  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    if (busy()) return;
    setFailure(null);
    const parsed = validate(moveForms.report, { ...report });
    if (!parsed.ok) return fault(parsed.errors);
    setErrors([]);
    setBusy(true);
    try {
      const { accessKey, view } = props;
      const body = { move: "report", version: view.version, form: parsed.value } as const;
      const sent = await makeMove(id, accessKey, body);
      forgetCorrections(id);
      props.onSent(sent);
    } catch (error) {
      if (error instanceof ProblemError && error.code === "move.invalid") fault(error.errors);
      else {
        setFailure(explainFailure(error, text));
        if (error instanceof ProblemError && error.code === "version.conflict")
          props.onChange(await readDossier(id, props.accessKey));
      }
    } finally {
      setBusy(false);
    }
  };

  return (
    <form class="result-report" aria-labelledby="report-title" novalidate onSubmit={send}>
      <h2 id="report-title" ref={heading} tabindex="-1">
        {t("follow.report")}
      </h2>
      <p>{t("follow.report.lead")}</p>
      <For each={fields}>
        {({ name, optional }) => (
          <div class="field" classList={{ bad: errorOf(name) !== undefined }}>
            <label for={`report-${name}`}>
              {t(`form.${name}`)}
              <Show when={optional}>
                <span class="soft"> ({t("form.optional")})</span>
              </Show>
            </label>
            <p class="hint" id={`report-${name}-hint`}>
              {t(`form.${name}.hint`)}
            </p>
            <Show when={errorOf(name)}>
              {(error) => (
                <p class="error" id={`report-${name}-error`}>
                  {find(error().code, error().params)}
                </p>
              )}
            </Show>
            <textarea
              id={`report-${name}`}
              rows="6"
              aria-required={!optional}
              aria-invalid={errorOf(name) !== undefined}
              aria-describedby={`${errorOf(name) ? `report-${name}-error ` : ""}report-${name}-hint`}
              onInput={({ currentTarget }) => {
                setReport(name, currentTarget.value);
                keepCorrection(id, { report: { ...report } });
              }}
            >
              {report[name]}
            </textarea>
          </div>
        )}
      </For>
      <p class="soft">{t("follow.edit.kept")}</p>
      <FailureNotice text={failure()} />
      <div class="actions">
        <button type="submit" class="button main" aria-disabled={busy()}>
          {t("follow.report.send")}
        </button>
        <Button label={t("follow.edit.leave")} onClick={props.onLeave} />
      </div>
    </form>
  );
}
