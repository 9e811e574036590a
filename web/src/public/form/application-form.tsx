import { type Component, For, Show } from "solid-js";
import { Dynamic } from "solid-js/web";
import { useText } from "../../language.tsx";
import { FaultSummary } from "./fault-summary.tsx";
import { FormPartsProvider } from "./form-context.tsx";
import { type ApplicationFormProps, createFormState } from "./form-state.ts";
import { Failure } from "./sending/failure.tsx";
import { AuthorsStep } from "./steps/authors-step.tsx";
import "./form.css";
import { laterSteps } from "./steps/lazy-steps.ts";
import { StepList } from "./steps/step-list.tsx";
import { answeredSteps, type Step, steps } from "./steps/steps.ts";
import "./words/vi.ts";

const sections: Record<Step, () => Component | undefined> = {
  authors: () => AuthorsStep,
  initiative: () => laterSteps()?.InitiativeStep,
  substance: () => laterSteps()?.SubstanceStep,
  effect: () => laterSteps()?.EffectStep,
  declaration: () => laterSteps()?.DeclarationStep,
  review: () => laterSteps()?.ReviewStep,
};

/** Application form (Phụ lục I, Thông tư 18/2013/TT-BKHCN), for authors and staff. */
export function ApplicationForm(props: ApplicationFormProps) {
  const { t } = useText();
  const { parts, checks, current, summary, failure, sending, prepare, goOn, goBack, send } =
    createFormState(props);
  const isLast = () => props.route === undefined || current() === "review";
  return (
    <FormPartsProvider value={parts}>
      <div
        class="application-form"
        classList={{ stepped: props.route !== undefined }}
        onFocusIn={prepare}
        onPointerDown={prepare}
      >
        <Show when={current()}>
          {(step) => (
            <StepList
              current={step()}
              isDone={(other) =>
                checks.isReady() && other !== "review" && checks.errorsOf(other).length === 0
              }
              isFaulty={(other) => checks.isChecked(other) && checks.errorsOf(other).length > 0}
            />
          )}
        </Show>
        <form
          novalidate
          onSubmit={(event) => {
            event.preventDefault();
            if (props.route && current() !== "review") void goOn();
          }}
        >
          {props.status}
          <Show when={current()}>{(step) => <h1 tabindex="-1">{t(`form.title.${step()}`)}</h1>}</Show>
          <FaultSummary errors={summary()} />
          <Show
            when={current()}
            fallback={
              <For each={answeredSteps}>
                {(step) => (
                  <section class="part" aria-labelledby={`form-part-${step}`}>
                    <h2 id={`form-part-${step}`}>{t(`form.step.${step}`)}</h2>
                    <Dynamic component={sections[step]()} />
                  </section>
                )}
              </For>
            }
          >
            {(step) => <Dynamic component={sections[step()]()} />}
          </Show>
          <Show when={failure()}>
            {(problem) => (
              <Failure
                problem={problem()}
                kept={props.onChange !== undefined}
                onResend={send}
                actions={props.failureActions?.(problem(), send)}
              />
            )}
          </Show>
          <Show when={isLast()}>{props.sendingStatus}</Show>
          <div class="actions no-print">
            <Show
              when={isLast()}
              fallback={
                <button type="submit" class="button main">
                  {t("form.continue")}
                </button>
              }
            >
              <button type="button" class="button main" aria-disabled={sending()} onClick={send}>
                {sending() ? t("form.sending") : (props.sendLabel ?? t("form.send"))}
              </button>
            </Show>
            <Show when={props.route && current() !== steps[0]}>
              <button type="button" class="button" onClick={goBack}>
                {t("form.back")}
              </button>
            </Show>
          </div>
        </form>
      </div>
    </FormPartsProvider>
  );
}
