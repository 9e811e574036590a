import { For, Show } from "solid-js";
import { useText } from "../../../language.tsx";
import { useForm } from "../form-context.tsx";
import { type Step, steps } from "./steps.ts";

export function StepList(props: {
  current: Step;
  isDone: (step: Step) => boolean;
  isFaulty: (step: Step) => boolean;
}) {
  const { goTo, pathOf } = useForm();
  const { t } = useText();
  const state = (step: Step) => (props.isFaulty(step) ? "faulty" : props.isDone(step) ? "done" : "open");
  return (
    <nav class="steps no-print" aria-label={t("form.steps")}>
      <ol>
        <For each={steps}>
          {(step, i) => (
            <li
              classList={{
                now: step === props.current,
                done: state(step) === "done",
                faulty: state(step) === "faulty",
              }}
            >
              <a
                href={pathOf(step) ?? "#"}
                data-n={i() + 1}
                aria-current={step === props.current ? "step" : undefined}
                onClick={(event) => {
                  event.preventDefault();
                  goTo(step);
                }}
              >
                {t(`form.step.${step}`)}
                <Show when={step !== props.current && state(step) !== "open"}>
                  <span class="visually-hidden">
                    {" "}
                    ({t(state(step) === "done" ? "form.step.done" : "form.step.faulty")})
                  </span>
                </Show>
              </a>
              <Show when={step === props.current}>
                <span class="of num">{t("form.stepOf", { n: i() + 1, count: steps.length })}</span>
              </Show>
            </li>
          )}
        </For>
      </ol>
    </nav>
  );
}
