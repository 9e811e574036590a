import { Show } from "solid-js";
import type { ReportMove } from "#core/report/record.ts";
import { DayField, TextField } from "../parts/fields.tsx";
import { FormDialog } from "../parts/form-dialog.tsx";
import { createSavedForm } from "../parts/saved-input.ts";
import { createSending, type Refusal } from "../parts/sending.ts";
import { useWords } from "../words/words.ts";

export interface MoveForm {
  number?: string;
  signedOn?: string;
  reason?: string;
}

export function ReportMoveDialog(props: {
  move: ReportMove | null;
  report: string;
  /** Default symbol after the number, e.g. BC-MTTQ-BTT. */
  symbol: string;
  today: string;
  onClose: () => void;
  onMove: (move: ReportMove, form: MoveForm) => Promise<Refusal | null>;
}) {
  const { w } = useWords();
  const move = () => props.move ?? "approve";
  const { typed, put, forget } = createSavedForm<MoveForm>(
    () => `report/${move()}/${props.report}`,
    () => (move() === "number" ? { number: `/${props.symbol}`, signedOn: props.today } : {}),
  );
  const sending = createSending();
  /** The API requires a reason if the unit ended before numbering. */
  const asksWhy = () =>
    move() === "number" &&
    (Boolean(typed().reason) || sending.faults().some(({ pointer }) => pointer === "/reason"));
  const send = async () => {
    const refusal = await props.onMove(move(), typed());
    if (refusal !== null) return refusal;
    forget();
    props.onClose();
    return null;
  };
  return (
    <FormDialog
      open={props.move !== null}
      title={w(`reports.move.${move()}`)}
      class="report-form"
      lead={<p>{w(`reports.move.${move()}.what`)}</p>}
      sending={sending}
      onSend={send}
      action={w(`reports.move.${move()}`)}
      onClose={props.onClose}
    >
      <Show when={move() === "number"}>
        <div class="entry-grid">
          <TextField
            pointer="/number"
            label={w("document.symbol")}
            hint={w("reports.number.hint", { symbol: props.symbol })}
            value={typed().number ?? ""}
            onInput={(number) => put({ number })}
          />
          <DayField
            pointer="/signedOn"
            label={w("reports.signedOn")}
            value={typed().signedOn ?? ""}
            onInput={(signedOn) => put({ signedOn })}
          />
        </div>
      </Show>
      <Show when={move() === "reopen" || asksWhy()}>
        <TextField
          pointer="/reason"
          label={w(move() === "reopen" ? "reports.reopen.reason" : "field.reason")}
          rows={3}
          value={typed().reason ?? ""}
          onInput={(reason) => put({ reason })}
        />
      </Show>
    </FormDialog>
  );
}
