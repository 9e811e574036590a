import { createEffect, createSignal, type JSX, onMount } from "solid-js";
import { createStore, unwrap } from "solid-js/store";
import type { FieldError } from "#core/base/problems.ts";
import type { Application, channels } from "#core/initiatives/application.ts";
import type { Attachment } from "#core/initiatives/attachment.ts";
import type { PublishName } from "#core/initiatives/publish-name.ts";
import { ProblemError } from "../../api.ts";
import { watch, watchChanges } from "../../watch.ts";
import { summaryId } from "./fault-summary.tsx";
import { createFormChecks } from "./form-checks.ts";
import type { FormCampaign, FormParts, FormUnit } from "./form-context.tsx";
import { failureId } from "./sending/failure.tsx";
import { loadLaterSteps } from "./steps/lazy-steps.ts";
import { compareFields, fieldId, isCampaignError, type Step, steps } from "./steps/steps.ts";
import type { TypedForm } from "./typed-form.ts";

export interface FormEntry {
  unit: string;
  application: Application;
  attachments: Attachment[];
  publishName: PublishName;
}

export interface ApplicationFormProps {
  /** `emptyForm()`, a draft, or `typeForm(…)` for a correction. */
  initial: TypedForm;
  units: readonly FormUnit[];
  /** Absent if the campaign is fixed. */
  campaignsOf?: (unit: string) => readonly FormCampaign[];
  consent: string;
  /** False if the campaign asks for the result later; true by default. */
  asksResult?: boolean;
  asksName?: boolean;
  channel?: (typeof channels)[number];
  /** Without `route`, the form is one page. */
  route?: { current: Step; path: (step: Step) => string; go: (step: Step) => void };
  sendLabel?: string;
  status?: JSX.Element;
  sendingStatus?: JSX.Element;
  /** Errors of an earlier attempt; their pointers are relative to the request body. */
  serverErrors?: readonly FieldError[] | undefined;
  onChange?: (form: TypedForm) => void;
  /** May throw `ProblemError`; its field errors appear at the fields. */
  onSubmit: (entry: FormEntry) => Promise<void>;
  /** Actions for a problem that a retry does not solve. */
  failureActions?: (problem: ProblemError, resend: () => void) => JSX.Element | undefined;
}

export function createFormState(props: ApplicationFormProps) {
  const single = props.units.length === 1 ? props.units[0] : undefined;
  const [form, set] = createStore<TypedForm>({
    ...structuredClone(props.initial),
    ...(single && { unit: single.id }),
  });
  const asksResult = () => props.asksResult ?? true;
  const checks = createFormChecks(
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

  watchChanges(
    () => JSON.stringify(form),
    () => props.onChange?.(structuredClone(unwrap(form))),
  );
  watch(current, (step, before) => {
    if (step === "review") checks.checkAll();
    if (before === undefined) return;
    if (wantedFocus !== summaryId) setSummary([]);
    setFailure(null);
    window.scrollTo(0, 0);
    // Waits two frames, because the shell focuses the new heading first.
    if (wantedFocus) requestAnimationFrame(() => requestAnimationFrame(takeFocus));
  });

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
    const sorted = [...errors].sort(compareFields);
    setSummary(sorted);
    const faulty = steps.find((step) => checks.errorsOf(step).length > 0);
    show(faulty ?? "review", summaryId);
  };

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
    const errors = props.serverErrors?.filter((error) => !isCampaignError(error)) ?? [];
    if (errors.length === 0 || !(await isPrepared())) return;
    checks.checkAll();
    checks.addServerErrors(errors);
    reveal(checks.errors());
  });

  const goOn = async () => {
    if (!(await isPrepared())) return;
    const step = current() ?? "review";
    checks.check(step);
    if (checks.errorsOf(step).length > 0) return reveal(checks.errorsOf(step));
    // After the review, skip steps without errors and return to the review.
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
    checks.clearServerErrors();
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
      if (problem.errors.length > 0 && !problem.errors.some(isCampaignError)) {
        checks.addServerErrors(problem.errors);
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

  const parts: FormParts = {
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

  return { parts, checks, current, summary, failure, sending, prepare, goOn, goBack, send };
}
