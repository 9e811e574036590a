import { type Accessor, createSignal, onCleanup } from "solid-js";
import type { Attachment } from "#core/initiatives/attachment.ts";
import { isUnfinished } from "#core/jobs/job.ts";
import type { ReportMove } from "#core/report/record.ts";
import type { ReportView } from "../../../../functions/api/report/views.ts";
import { ProblemError } from "../../api.ts";
import { watch } from "../../watch.ts";
import { createJob } from "../jobs/following.ts";
import { isProblem } from "../parts/api.ts";
import { describeError, type Refusal } from "../parts/sending.ts";
import { useSession } from "../parts/session.tsx";
import { useWords } from "../words/words.ts";
import { beginReport, moveReport, putDismissal, putSigned, readReport } from "./api.ts";
import type { MoveForm } from "./move-dialog.tsx";
import type { ReportKey } from "./report-key.ts";
import { isWorking } from "./steps.ts";

/** Polls for a job that has just begun; pause in milliseconds. */
const polls = 5;
const pollPause = 1_000;

/** Actions return an error or null, and reload the report after a conflict. */
export interface ReportActions {
  busy: Accessor<boolean>;
  /** Running job, or the last one. */
  job: Accessor<ReportView["job"]>;
  trouble: Accessor<string>;
  begin(task: "make" | "issue" | "verify"): Promise<void>;
  dismiss(warning: string, reason: string | null): Promise<string | null>;
  keepSigned(file: Attachment): Promise<string | null>;
  move(move: ReportMove, form: MoveForm): Promise<Refusal | null>;
  take(view: ReportView): void;
}

export function createReportActions(given: {
  report: Accessor<ReportKey>;
  view: Accessor<ReportView>;
  onFresh: (view: ReportView) => void;
}): ReportActions {
  const { w, m } = useWords();
  const { call } = useSession();
  const [busy, setBusy] = createSignal(false);
  const [trouble, setTrouble] = createSignal("");
  const onTrouble = (error: unknown) => setTrouble(describeError(error, w, m));
  const refresh = async () => {
    try {
      given.onFresh(await call(() => readReport(given.report())));
    } catch (error) {
      onTrouble(error);
    }
  };
  const explain = async (error: unknown) => {
    if (!isProblem(error, "version.conflict")) return describeError(error, w, m);
    await refresh();
    return w("reports.changedMeanwhile");
  };
  const onEnd = () => void refresh();
  const following = createJob({ onEnd, onTrouble });
  // Also poll a job begun elsewhere or by a move.
  watch(
    () => given.view().job,
    (job) => {
      if (job && isUnfinished(job) && job.id !== following.id()) following.follow(job);
    },
  );
  // The job begun by numbering may not be listed yet.
  let polled = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  watch(given.view, (view) => {
    clearTimeout(timer);
    const { made, issue } = view.record;
    const isAwaited = issue !== null && made !== null && !made.issued;
    if (!isAwaited) polled = 0;
    else if (!isWorking(view) && polled++ < polls) timer = setTimeout(() => void refresh(), pollPause);
  });
  onCleanup(() => clearTimeout(timer));
  const within = async <T>(attempt: () => Promise<T>): Promise<T> => {
    setBusy(true);
    setTrouble("");
    try {
      return await attempt();
    } finally {
      setBusy(false);
    }
  };
  const change = <E>(
    send: (version: number) => Promise<ReportView>,
    onError: (error: unknown) => Promise<E>,
  ) =>
    within(async () => {
      try {
        given.onFresh(await call(() => send(given.view().record.version)));
        return null;
      } catch (error) {
        return onError(error);
      }
    });
  return {
    busy,
    trouble,
    job: () => following.job() ?? given.view().job,
    take: given.onFresh,
    begin: (task) =>
      within(async () => {
        try {
          await following.begin((id) => beginReport(id, given.report(), task));
        } catch (error) {
          onTrouble(error);
        }
      }),
    dismiss: (warning, reason) =>
      change((version) => putDismissal(given.report(), version, warning, reason), explain),
    keepSigned: (file) => change((version) => putSigned(given.report(), version, file), explain),
    move: (move, form) =>
      change(
        (version) => moveReport(given.report(), { version, move, ...form }),
        async (error) => {
          if (error instanceof ProblemError && error.code !== "version.conflict" && error.errors.length > 0)
            return { faults: error.errors };
          return { trouble: await explain(error) };
        },
      ),
  };
}
