import { createEffect, createMemo, For, Show } from "solid-js";
import { watchVerdict } from "../../../attachments/verdicts.ts";
import { useText } from "../../../language.tsx";
import { useForm } from "../form-context.tsx";
import { listReviewAnswers, type ReviewAnswer } from "./review-answers.ts";
import { answeredSteps, fieldId, type Step } from "./steps.ts";

export function ReviewStep() {
  const parts = useForm();
  const text = useText();
  const { t } = text;
  const answers = createMemo(() => listReviewAnswers(parts, text));
  createEffect(() => {
    for (const { id } of parts.form.attachments) watchVerdict(id);
  });
  return (
    <>
      <p class="hint lead">{t("form.review.lead")}</p>
      <For each={answeredSteps}>
        {(step) => (
          <section class="answers" aria-labelledby={`form-review-${step}`}>
            <h2 id={`form-review-${step}`}>{t(`form.step.${step}`)}</h2>
            <dl>
              {/* Keyed by pointer, so that a link keeps focus when its answer changes. */}
              <For each={answers()[step].map(({ pointer }) => pointer)}>
                {(pointer) => (
                  <Show when={answers()[step].find((answer) => answer.pointer === pointer)}>
                    {(answer) => <AnswerRow step={step} answer={answer()} />}
                  </Show>
                )}
              </For>
            </dl>
          </section>
        )}
      </For>
    </>
  );
}

function AnswerRow(props: { step: Step; answer: ReviewAnswer }) {
  const { errorAt, pathOf, goTo } = useForm();
  const { t, find } = useText();
  const go = (event: MouseEvent) => {
    event.preventDefault();
    goTo(props.step, props.answer.pointer);
  };
  return (
    <div classList={{ bad: errorAt(props.answer.pointer) !== null }}>
      <dt>{props.answer.label}</dt>
      <dd>
        <Show
          when={props.answer.lines[0]?.trim()}
          fallback={
            <span class={props.answer.optional ? "soft" : "missing"}>
              {t(props.answer.optional ? "form.review.none" : (props.answer.missing ?? "form.review.empty"))}
            </span>
          }
        >
          <For each={props.answer.lines}>
            {(line, i) => (
              <>
                {i() > 0 && "\n"}
                <bdi>{line}</bdi>
              </>
            )}
          </For>
        </Show>
        <Show when={errorAt(props.answer.pointer)}>
          {(error) => <p class="error">{find(error().code, error().params) ?? error().code}</p>}
        </Show>
      </dd>
      <dd class="change">
        <a
          href={`${pathOf(props.step) ?? ""}#${fieldId(props.answer.pointer)}`}
          aria-label={t("form.edit.what", { what: props.answer.label })}
          onClick={go}
        >
          {t("form.edit")}
        </a>
      </dd>
    </div>
  );
}
