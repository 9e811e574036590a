import { createSignal, Show } from "solid-js";
import { ReportLayout } from "#core/jobs/report-layout.ts";
import { reportId } from "#core/report/record.ts";
import { describePeriod } from "#core/report/wording.ts";
import type { JobView } from "../../../../functions/api/jobs/views.ts";
import { createJob } from "../jobs/following.ts";
import { pathTo } from "../parts/address.ts";
import { RadioGroup } from "../parts/check-fields.tsx";
import { SelectField } from "../parts/fields.tsx";
import { FormDialog } from "../parts/form-dialog.tsx";
import { Trouble } from "../parts/messages.tsx";
import { createSavedInput } from "../parts/saved-input.ts";
import { createSending, describeError } from "../parts/sending.ts";
import { useWords } from "../words/words.ts";
import { beginReport } from "./api.ts";
import { JobProgress } from "./job-progress.tsx";
import { chosenPeriod, type PeriodChoice } from "./period-choice.ts";
import { PeriodFields } from "./period-fields.tsx";

const numberStyles = ["same", "plain", "padded"] as const;

interface Typed extends PeriodChoice {
  /** `same`: layout of the unit's latest report. */
  layout: "same" | ReportLayout;
  numbers?: (typeof numberStyles)[number];
}

export function MakeDialog(props: {
  open: boolean;
  units: { id: string; name: string }[];
  unit: string;
  thisYear: number;
  /** Existing reports by id; the value is true for drafts. */
  existing: ReadonlyMap<string, boolean>;
  onUnit: (unit: string) => void;
  onClose: () => void;
  onDone: (id: string) => void;
}) {
  const { w, m } = useWords();
  const kept = createSavedInput<Typed>(() => "report/new");
  const sending = createSending();
  const typed = (): Typed =>
    kept.typed() ?? {
      kind: "year",
      year: props.thisYear,
      toYear: props.thisYear,
      from: "",
      to: "",
      layout: "same",
    };
  const put = (change: Partial<Typed>) => {
    kept.keep({ ...typed(), ...change });
    sending.reset();
  };
  const period = () => chosenPeriod(typed());
  const id = () => {
    const chosen = period();
    return chosen && reportId({ unit: props.unit, ...chosen });
  };
  const [lost, setLost] = createSignal("");
  const onTrouble = (error: unknown) => setLost(describeError(error, w, m));
  const onEnd = (ended: JobView) => {
    if (ended.state !== "done") return;
    const { from, to } = ended.parameters;
    kept.forget();
    job.forget();
    props.onDone(reportId({ unit: ended.unit, from: String(from), to: String(to) }));
  };
  const job = createJob({ onEnd, onTrouble });
  const begin = async () => {
    if (job.isRunning()) return null;
    const chosen = period();
    if (chosen === null) return { trouble: w("reports.make.noPeriod") };
    setLost("");
    const { layout: wanted, numbers = "same" } = typed();
    const layout = wanted === "same" ? undefined : wanted;
    const report = { unit: props.unit, ...chosen };
    await job.begin((id) =>
      beginReport(id, report, "make", layout, numbers === "same" ? undefined : numbers === "padded"),
    );
    return null;
  };
  const existing = () => {
    const wanted = id();
    const draft = wanted === null ? undefined : props.existing.get(wanted);
    return wanted === null || draft === undefined ? null : { id: wanted, draft };
  };
  return (
    <FormDialog
      open={props.open}
      title={w("reports.make")}
      class="report-form"
      lead={<p class="soft">{w("reports.make.lead")}</p>}
      sending={sending}
      onSend={begin}
      action={w("reports.make")}
      blocked={job.isRunning() || existing()?.draft === false}
      onClose={props.onClose}
      cancel={w(job.isRunning() ? "reports.make.leave" : "dialog.cancel")}
    >
      <div class="entry-grid">
        <SelectField
          class="wide"
          pointer="/report/unit"
          label={w("list.unit")}
          options={props.units.map(({ id, name }) => ({ value: id, name }))}
          value={props.unit}
          onInput={props.onUnit}
        />
        <PeriodFields chosen={typed()} onChange={put} />
      </div>
      <RadioGroup
        class="layouts"
        legend={w("reports.make.layout")}
        values={["same", ...ReportLayout.options]}
        value={typed().layout}
        labelOf={(layout) => w(`reports.layout.${layout}`)}
        onChange={(layout) => put({ layout })}
      />
      <RadioGroup
        class="layouts"
        legend={w("reports.make.numbers")}
        values={[...numberStyles]}
        value={typed().numbers ?? "same"}
        labelOf={(style) => w(`reports.numbers.${style}`)}
        onChange={(numbers) => put({ numbers })}
      />
      <Show when={period()}>
        {(chosen) => <p class="sentence">{w("reports.make.says", { period: describePeriod(chosen()) })}</p>}
      </Show>
      <Show when={existing()}>
        {(found) => (
          <p class="met">
            {w(found().draft ? "reports.make.again" : "reports.make.closed")}{" "}
            <a href={pathTo("reports", {}, found().id)}>{w("reports.make.open")}</a>
          </p>
        )}
      </Show>
      <JobProgress job={job.job()} />
      <Trouble text={lost()} />
    </FormDialog>
  );
}
