import { For, Show } from "solid-js";
import type { FieldError } from "#core/base/problems.ts";
import { useText } from "../../language.tsx";
import { useForm } from "./form-context.tsx";
import { fieldId, stepOfPointer } from "./steps/steps.ts";

export const summaryId = "form-faults";

export function FaultSummary(props: { errors: readonly FieldError[] }) {
  const { errorAt, goTo, pathOf } = useForm();
  const { t, find } = useText();
  const left = () => props.errors.filter(({ pointer }) => errorAt(pointer) !== null).length;
  const heading = () =>
    left() === 0
      ? t("form.faults.none")
      : left() === 1
        ? t("form.faults.one")
        : t("form.faults.many", { count: left() });
  return (
    <Show when={props.errors.length > 0}>
      <section
        class="faults"
        classList={{ settled: left() === 0 }}
        id={summaryId}
        tabindex="-1"
        aria-labelledby={`${summaryId}-heading`}
      >
        <h2 id={`${summaryId}-heading`}>{heading()}</h2>
        <ul>
          <For each={props.errors}>
            {(error) => (
              <li classList={{ right: errorAt(error.pointer) === null }}>
                <a
                  class="fault-link"
                  href={`${pathOf(stepOfPointer(error.pointer)) ?? ""}#${fieldId(error.pointer)}`}
                  onClick={(event) => {
                    event.preventDefault();
                    goTo(stepOfPointer(error.pointer), error.pointer);
                  }}
                >
                  {find(error.code, error.params) ?? error.code}
                </a>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
}
