import { createLoad, FailureNote } from "../../parts/loading.tsx";
import "./workbooks.css";
import { createSignal, Show } from "solid-js";
import { isUnfinished } from "#core/jobs/job.ts";
import type { JobView } from "../../../../../functions/api/jobs/views.ts";
import { ProblemError } from "../../../api.ts";
import { Button } from "../../../button.tsx";
import { usePageTitle } from "../../../page-title.ts";
import { useNavigate, useSearchParams } from "../../../router.ts";
import { pathTo } from "../../parts/address.ts";
import { Check } from "../../parts/check-fields.tsx";
import { Download } from "../../parts/download.tsx";
import { UnitChoice } from "../../parts/filters.tsx";
import { administeredUnits, reviewedUnits } from "../../parts/grants.ts";
import { Status, Trouble } from "../../parts/messages.tsx";
import { useSession } from "../../parts/session.tsx";
import { useWords } from "../../words/words.ts";
import { beginWorkbook, drawJobId, readJobs, readResult, resultPath } from "../api.ts";
import { followJob } from "../following.ts";
import { JobHistory } from "./job-history.tsx";
import { JobPanel } from "./job-panel.tsx";
import { importUpload, UnfitFile, uploadWorkbook } from "./sending.ts";

/** The URL contains unit and job, so that a reload continues. */
export function WorkbooksPage() {
  const { w, m } = useWords();
  const { session, call } = useSession();
  const navigate = useNavigate();
  const [search] = useSearchParams<{ unit: string; job: string }>();
  const [file, setFile] = createSignal<File | null>(null);
  const [dryRun, setDryRun] = createSignal(true);
  const [sent, setSent] = createSignal<number | null>(null);
  const [busy, setBusy] = createSignal(false);
  const [trouble, setTrouble] = createSignal("");
  const units = () => {
    const administered = administeredUnits(session());
    const others = reviewedUnits(session()).filter(({ id }) => !administered.some((unit) => unit.id === id));
    return [...others, ...administered];
  };
  const unit = () => units().find(({ id }) => id === search.unit)?.id ?? units()[0]?.id ?? null;
  const history = createLoad(unit, readJobs);
  const explain = (error: unknown) => {
    if (error instanceof UnfitFile) return w("workbooks.unfit");
    if (!(error instanceof ProblemError) || error.code === "offline") return w("workbooks.offline");
    return error.errors[0]?.detail ?? m(`problem.${error.code}`);
  };
  const onTrouble = (error: unknown) => setTrouble(explain(error));
  const onEnd = (job: JobView) => {
    void history.reload();
    if (job.kind === "workbook" && job.hasResult)
      call(() => readResult(job.id)).then(({ url }) => location.assign(url), onTrouble);
  };
  const { job, put } = followJob({ id: () => search.job ?? null, onEnd, onTrouble });
  const go = (changes: Record<string, string | null>) =>
    navigate(pathTo("workbooks", { unit: unit(), job: search.job, ...changes }), { scroll: false });
  const attempt = async (begin: (unit: string) => Promise<JobView>) => {
    const place = unit();
    if (busy() || place === null) return;
    setBusy(true);
    setTrouble("");
    try {
      const begun = await begin(place);
      put(begun);
      go({ job: begun.id });
      void history.reload();
    } catch (error) {
      onTrouble(error);
    } finally {
      setBusy(false);
      setSent(null);
    }
  };
  const send = (chosen: File) =>
    attempt(async (place) => {
      setSent(0);
      const upload = await call(() => uploadWorkbook(chosen, setSent));
      return importUpload(upload, place, dryRun(), call);
    });
  const apply = (checked: JobView) =>
    attempt((place) => importUpload(String(checked.parameters.upload), place, false, call));
  const make = (content: "template" | "all") =>
    attempt((place) => call(() => beginWorkbook(drawJobId(), place, content)));
  const making = () => {
    const current = job();
    return current?.kind === "workbook" && isUnfinished(current);
  };
  const shownJobs = () =>
    (history.data()?.jobs ?? []).filter(({ kind }) => kind === "import" || kind === "workbook");
  usePageTitle(() => w("workbooks.title"));
  return (
    <Show when={unit()} fallback={<p class="note">{w("declared.noUnit")}</p>}>
      <h1>{w("workbooks.title")}</h1>
      <p class="soft lead">{w("workbooks.lead")}</p>
      <div class="head-row filters">
        <UnitChoice units={units()} unit={unit()} onChoose={(chosen) => go({ unit: chosen, job: null })} />
      </div>
      <div class="workbook-ways">
        <section>
          <h2>{w("workbooks.out")}</h2>
          <p class="soft">{w("workbooks.outLead")}</p>
          <p class="actions">
            <Button label={w("workbooks.template")} disabled={busy()} onClick={() => void make("template")} />
            <Button label={w("workbooks.all")} disabled={busy()} onClick={() => void make("all")} />
          </p>
          <Status class="soft" text={making() ? w("workbooks.making") : ""} />
          <Show when={job()?.kind === "workbook" && job()?.hasResult && job()?.id}>
            {(id) => (
              <p>
                <Download path={resultPath(id())}>{w("workbooks.download")}</Download>
              </p>
            )}
          </Show>
        </section>
        <section>
          <h2>{w("workbooks.in")}</h2>
          <form
            novalidate
            onSubmit={(event) => {
              event.preventDefault();
              const chosen = file();
              if (chosen) void send(chosen);
              else setTrouble(w("workbooks.choose"));
            }}
          >
            <label class="file">
              <span>{w("workbooks.file")}</span>
              <input
                type="file"
                accept=".xlsx"
                onChange={(event) => {
                  setFile(event.currentTarget.files?.[0] ?? null);
                  setTrouble("");
                }}
              />
            </label>
            <Check label={w("workbooks.dryRun")} checked={dryRun()} onChange={setDryRun} />
            <p class="actions">
              <button type="submit" class="button main" disabled={busy()}>
                {dryRun() ? w("workbooks.check") : w("workbooks.import")}
              </button>
            </p>
          </form>
          <Status
            class="soft"
            text={sent() === null ? "" : w("workbooks.sending", { percent: Math.round((sent() ?? 0) * 100) })}
          />
        </section>
      </div>
      <Show when={trouble()}>
        <Trouble text={trouble()} />
      </Show>
      <Show when={job()?.kind === "import" && job()}>
        {(current) => <JobPanel job={current()} busy={busy()} onApply={() => void apply(current())} />}
      </Show>
      <section class="job-history">
        <h2>{w("workbooks.history")}</h2>
        <Show
          when={!history.failure()}
          fallback={<FailureNote failure={history.failure()} onRetry={() => void history.reload()} />}
        >
          <JobHistory
            jobs={shownJobs()}
            pathTo={({ id }) => pathTo("workbooks", { unit: unit(), job: id })}
          />
        </Show>
      </section>
    </Show>
  );
}
