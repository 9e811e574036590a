import { createMemo, createSignal } from "solid-js";
import type { FieldError } from "#core/base/problems.ts";
import { latestServerDay } from "../../server-time.ts";
import { laterSteps } from "./steps/lazy-steps.ts";
import { readServerPointer, type Step, stepOfPointer, steps } from "./steps/steps.ts";
import type { TypedForm } from "./typed-form.ts";

/** Error found only by the server; removed when the answer changes. */
interface ServerError extends FieldError {
  answer: string;
}

export function createFormChecks(
  form: TypedForm,
  consent: () => string,
  unitIds: () => string[],
  asksResult: () => boolean,
) {
  const [checked, setChecked] = createSignal<ReadonlySet<Step>>(new Set());
  const [serverErrors, setServerErrors] = createSignal<ServerError[]>([]);
  const rules = createMemo(
    () =>
      laterSteps()?.checkForm(form, consent(), unitIds(), latestServerDay(), asksResult()) ?? {
        errors: [],
        application: null,
        attachments: [],
        sent: form,
      },
  );

  const answerAt = (pointer: string): string => {
    const attachments = form.attachments.map(({ id }) => id);
    let value: unknown = { ...laterSteps()?.readForm(form, consent()), unit: form.unit, attachments };
    for (const part of pointer.split("/").slice(1))
      value = (value as Record<string, unknown> | undefined)?.[part];
    return JSON.stringify(value) ?? "";
  };
  const errors = createMemo(() => [
    ...rules().errors,
    ...serverErrors().filter(
      ({ pointer, answer }) =>
        answerAt(pointer) === answer && !rules().errors.some((error) => error.pointer === pointer),
    ),
  ]);
  const shown = createMemo(
    () =>
      new Map(
        errors()
          .filter(({ pointer }) => checked().has(stepOfPointer(pointer)))
          .map((error) => [error.pointer, error]),
      ),
  );

  return {
    application: () => rules().application,
    attachments: () => rules().attachments,
    sent: () => rules().sent,
    errors,
    /** False until the rules are loaded. */
    isReady: () => laterSteps() !== undefined,
    errorsOf: (step: Step) => errors().filter(({ pointer }) => stepOfPointer(pointer) === step),
    errorAt: (pointer: string): FieldError | null => shown().get(pointer) ?? null,
    isChecked: (step: Step) => checked().has(step),
    check: (...wanted: readonly Step[]) => setChecked((before) => new Set([...before, ...wanted])),
    checkAll: () => setChecked(new Set(steps)),
    /** The pointers of server errors are relative to the request body. */
    addServerErrors: (found: readonly FieldError[]) =>
      setServerErrors(
        found.map((error) => {
          const pointer = readServerPointer(error.pointer);
          return { ...error, pointer, answer: answerAt(pointer) };
        }),
      ),
    clearServerErrors: () => setServerErrors([]),
  };
}
