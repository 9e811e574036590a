import { type Component, createEffect, createSignal, For, type JSX, on, onMount, Show } from "solid-js";
import { createStore, unwrap } from "solid-js/store";
import { Dynamic } from "solid-js/web";
import type { FieldError } from "#core/base/problems.ts";
import type { Application, channels } from "#core/initiatives/application.ts";
import type { Attachment } from "#core/initiatives/attachment.ts";
import type { PublishName } from "#core/initiatives/publish-name.ts";
import { ProblemError } from "../../api.ts";
import { useText } from "../../language.tsx";
import { FaultSummary, summaryId } from "./fault-summary.tsx";
import { Failure, failureId } from "./sending/failure.tsx";
import { AuthorsStep } from "./steps/authors-step.tsx";
import "./form.css";
import { createChecks } from "./form-checks.ts";
import { type FormCampaign, FormPartsProvider, type FormUnit } from "./form-context.tsx";
import { laterSteps, loadLaterSteps } from "./steps/lazy-steps.ts";
import { StepList } from "./steps/step-list.tsx";
import { comparePlaces, fieldId, isOfCampaign, type Step, steps } from "./steps/steps.ts";
import type { TypedForm } from "./typed-form.ts";
import "./words/vi.ts";

/** A whole form, as it is given out. */
export interface FormEntry {
  unit: string;
  application: Application;
  attachments: Attachment[];
  publishName: PublishName;
}

export interface ApplicationFormProps {
  /** What is typed already: `emptyForm()`, a draft, or `typeForm(application, unit)` for correcting one. */
  initial: TypedForm;
  /** Where it may be sent. A single one is shown and cannot be changed. */
  units: readonly FormUnit[];
  /** The campaigns in which a unit takes applications, where the form is not for a certain one. */
  campaignsOf?: (unit: string) => readonly FormCampaign[];
  /** The version of the consent to ask for. */
  consent: string;
  /** False where the campaign asks for the result later: the form leaves it out. True where left out. */
  asksResult?: boolean;
  /** True where it asks to let names be published. */
  asksName?: boolean;
  /** `paper` words declaration and consent for whoever types in a signed form. */
  channel?: (typeof channels)[number];
  /** Step by step, with the steps in the address. Without it all of the form is one page. */
  route?: { current: Step; path: (step: Step) => string; go: (step: Step) => void };
  /** The words on the button that sends; "Gửi hồ sơ" where left out. */
  sendLabel?: string;
  /** Whether what is typed is kept on this device, and since when; stands above the heading. */
  status?: JSX.Element;
  /** How the sending goes: stands above the button that sends. */
  sendingStatus?: JSX.Element;
  /** What the server said of what is typed when it was sent without this page; pointers start at the body. */
  objections?: readonly FieldError[] | undefined;
  /** Hears of every change, for keeping a draft. */
  onChange?: (form: TypedForm) => void;
  /** Takes the valid application. A `ProblemError` it throws is shown: fields at fault at their fields, the rest at the button. */
  onSubmit: (entry: FormEntry) => Promise<void>;
  /** What to offer for a problem that sending again does not help; undefined for the usual button. */
  failureActions?: (problem: ProblemError, resend: () => void) => JSX.Element | undefined;
}

const sections: Record<Step, () => Component | undefined> = {
  authors: () => AuthorsStep,
  initiative: () => laterSteps()?.InitiativeStep,
  substance: () => laterSteps()?.SubstanceStep,
  effect: () => laterSteps()?.EffectStep,
  declaration: () => laterSteps()?.DeclarationStep,
  review: () => laterSteps()?.ReviewStep,
};
const answered = steps.filter((step) => step !== "review");

/**
 * The application form (Phụ lục I, Thông tư 18/2013/TT-BKHCN): filled in by its author step by step, typed in from paper by a reviewer,
 * or corrected after it was returned. It knows nothing of how an application is sent or kept: `onSubmit` and `onChange` do.
 */
export function ApplicationForm(props: ApplicationFormProps) {
  const { t } = useText();
  const single = props.units.length === 1 ? props.units[0] : undefined;
  const [form, set] = createStore<TypedForm>({
    ...structuredClone(props.initial),
    ...(single && { unit: single.id }),
  });
  const asksResult = () => props.asksResult ?? true;
  const checks = createChecks(
    form,
    () => props.consent,
    () => props.units.map(({ id }) => id),
    asksResult,
  );
  const [summary, setSummary] = createSignal<readonly FieldError[]>([]);
  const [failure, setFailure] = createSignal<ProblemError | null>(null);
  const [sending, setSending] = createSignal(false);
  const current = () => props.route?.current;
  let wantedFocus: string | null = null;

  createEffect(
    on(
      () => JSON.stringify(form),
      () => props.onChange?.(structuredClone(unwrap(form))),
      { defer: true },
    ),
  );
  createEffect(
    on(current, (step, before) => {
      if (step === "review") checks.checkAll();
      if (before === undefined) return;
      if (wantedFocus !== summaryId) setSummary([]);
      setFailure(null);
      window.scrollTo(0, 0);
      // The shell puts the focus on the new heading first.
      if (wantedFocus) requestAnimationFrame(() => requestAnimationFrame(takeFocus));
    }),
  );

  const takeFocus = () => {
    if (wantedFocus) document.getElementById(wantedFocus)?.focus();
    wantedFocus = null;
  };
  const show = (step: Step, focus: string | null) => {
    wantedFocus = focus;
    if (current() === undefined || current() === step) queueMicrotask(takeFocus);
    else props.route?.go(step);
  };
  const reveal = (errors: readonly FieldError[]) => {
    const sorted = [...errors].sort(comparePlaces);
    setSummary(sorted);
    const faulty = steps.find((step) => checks.errorsOf(step).length > 0);
    show(faulty ?? "review", summaryId);
  };

  // The first step stands alone until somebody touches it: the rest is fetched while they type.
  const prepare = () => {
    loadLaterSteps().catch(() => {});
  };
  createEffect(() => current() !== "authors" && prepare());
  const isPrepared = async () => {
    try {
      await loadLaterSteps();
      return true;
    } catch {
      setFailure(new ProblemError("offline"));
      return false;
    }
  };

  onMount(async () => {
    const objections = props.objections?.filter((error) => !isOfCampaign(error)) ?? [];
    if (objections.length === 0 || !(await isPrepared())) return;
    checks.checkAll();
    checks.object(objections);
    reveal(checks.errors());
  });

  const goOn = async () => {
    if (!(await isPrepared())) return;
    const step = current() ?? "review";
    checks.check(step);
    if (checks.errorsOf(step).length > 0) return reveal(checks.errorsOf(step));
    // Whoever has read everything once returns there after a correction.
    const rest = steps.slice(steps.indexOf(step) + 1);
    const read = checks.isChecked("review");
    show((read ? steps.find((other) => checks.errorsOf(other).length > 0) : rest[0]) ?? "review", null);
  };
  const goBack = () => {
    const step = steps[steps.indexOf(current() ?? "review") - 1];
    if (step) show(step, null);
  };
  const send = async () => {
    if (sending() || !(await isPrepared())) return;
    checks.checkAll();
    checks.settle();
    setFailure(null);
    const application = checks.application();
    if (!application) return reveal(checks.errors());
    setSummary([]);
    setSending(true);
    try {
      await props.onSubmit({
        unit: form.unit,
        application,
        attachments: checks.attachments(),
        publishName: form.publishName as PublishName,
      });
    } catch (error) {
      const problem = error instanceof ProblemError ? error : new ProblemError("internal");
      if (problem.errors.length > 0 && !problem.errors.some(isOfCampaign)) {
        checks.object(problem.errors);
        reveal(checks.errors());
      } else {
        setFailure(problem);
        wantedFocus = failureId;
        queueMicrotask(takeFocus);
      }
    } finally {
      setSending(false);
    }
  };

  const isSending = () => props.route === undefined || current() === "review";
  const parts = {
    form,
    set,
    sent: checks.sent,
    errorAt: checks.errorAt,
    units: () => props.units,
    campaigns: () => props.campaignsOf?.(form.unit) ?? [],
    consent: () => props.consent,
    asksResult,
    asksName: () => props.asksName ?? false,
    channel: () => props.channel ?? "web",
    goTo: (step: Step, pointer?: string) => show(step, pointer === undefined ? null : fieldId(pointer)),
    pathOf: (step: Step) => props.route?.path(step),
  };

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
              <For each={answered}>
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
          <Show when={isSending()}>{props.sendingStatus}</Show>
          <div class="actions no-print">
            <Show
              when={isSending()}
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
