import { createMemo } from "solid-js";
import { addDays } from "#core/base/calendar.ts";
import type { Period } from "#core/base/period.ts";
import { workingDayFrom } from "#core/base/working-days.ts";
import { describePeriod } from "#core/report/wording.ts";
import { ProblemError } from "../../../api.ts";
import { drawJobId } from "../../jobs/api.ts";
import { Check } from "../../parts/check-fields.tsx";
import { FormDialog } from "../../parts/form-dialog.tsx";
import { createLoad } from "../../parts/loading.tsx";
import { createSavedInput } from "../../parts/saved-input.ts";
import { createSending } from "../../parts/sending.ts";
import { useSession } from "../../parts/session.tsx";
import { useWords } from "../../words/words.ts";
import { chosenPeriod, type PeriodChoice } from "../period-choice.ts";
import { PeriodFields } from "../period-fields.tsx";
import { askForReports, readDraft, remindUnits } from "./api.ts";
import { UnitChoice } from "./unit-choice.tsx";
import { WordingFields } from "./wording-fields.tsx";

interface Typed extends PeriodChoice {
  /** Kept for retries, so that only one request is created. */
  id: string;
  title: string | null;
  text: string;
  dueOn: string;
  /** Chosen units; null means all proposed units. */
  units: string[] | null;
  tell: boolean;
}

export function AskDialog(props: {
  open: boolean;
  unit: { id: string; name: string };
  today: string;
  onClose: () => void;
  onAsked: (id: string) => void;
}) {
  const { w } = useWords();
  const { call } = useSession();
  const kept = createSavedInput<Typed>(() => `report-request/new/${props.unit.id}`);
  const year = () => Number(props.today.slice(0, 4));
  const typed = (): Typed =>
    kept.typed() ?? {
      id: "",
      kind: "year",
      year: year(),
      toYear: year(),
      from: `${year()}-01-01`,
      to: `${year()}-12-31`,
      title: null,
      text: "",
      dueOn: workingDayFrom(addDays(props.today, 14)),
      units: null,
      tell: true,
    };
  const put = (change: Partial<Typed>) => kept.keep({ ...typed(), id: typed().id || drawJobId(), ...change });
  const period = createMemo<Period | null>(() => chosenPeriod(typed()));
  const title = () => {
    const chosen = period();
    return typed().title ?? (chosen ? w("requests.newTitle", { period: describePeriod(chosen) }) : "");
  };
  // A memo, so that other input does not reload the units.
  const ofYear = createMemo(() => (props.open ? (period()?.to.slice(0, 4) ?? null) : null));
  const draft = createLoad(ofYear, (of) => readDraft(props.unit.id, of));
  const proposed = () => (draft.data()?.units ?? []).filter((unit) => unit.proposed).map(({ id }) => id);
  const chosen = () => typed().units ?? proposed();
  const sending = createSending((error) => {
    const wrong = error instanceof ProblemError ? error.errors : [];
    const toList = (pointer: string) => pointer.replace(/^\/units\/\d+$/, "/units");
    return wrong.length > 0
      ? { faults: wrong.map((fault) => ({ ...fault, pointer: toList(fault.pointer) })) }
      : null;
  });
  const send = async () => {
    const asked = period();
    if (asked === null) return { trouble: w("reports.make.noPeriod") };
    const { text, dueOn, tell } = typed();
    const id = typed().id || drawJobId();
    put({ id });
    const form = { ...asked, title: title(), text, dueOn, units: chosen() };
    const view = await call(() => askForReports(id, props.unit.id, form));
    // The request is saved; failed reminders can be sent from the board.
    if (tell) await call(() => remindUnits(id, form.units)).catch(() => {});
    kept.forget();
    props.onAsked(view.id);
    return null;
  };
  return (
    <FormDialog
      wide
      open={props.open}
      title={w("requests.ask")}
      lead={<p class="soft">{w("requests.askLead", { unit: props.unit.name })}</p>}
      sending={sending}
      onSend={send}
      action={w("requests.send", { count: chosen().length })}
      onClose={props.onClose}
    >
      <div class="entry-grid">
        <PeriodFields chosen={typed()} onChange={put} />
        <WordingFields typed={{ ...typed(), title: title() }} today={props.today} onInput={put} />
      </div>
      <UnitChoice
        units={draft.data()?.units ?? []}
        campaigns={draft.data()?.campaigns ?? []}
        chosen={chosen()}
        onChange={(units) => put({ units })}
      />
      <Check
        label={w("requests.tell")}
        checked={typed().tell}
        onChange={(checked) => put({ tell: checked })}
      />
    </FormDialog>
  );
}
