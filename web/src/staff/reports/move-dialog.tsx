import { createEffect, createSignal, on, Show } from "solid-js";
import type { ReportMove } from "../../../../functions/core/report-record.ts";
import { Dialog } from "../dialog.tsx";
import { createKeptTyping } from "../kept-typing.ts";
import { FaultList } from "../parts/fault-list.tsx";
import { DayField, type Fault, FaultsProvider, TextField } from "../parts/fields.tsx";
import { useWords } from "../words.ts";

export interface MoveForm {
  number?: string;
  signedOn?: string;
  reason?: string;
}

/** What came of an attempt: done, wrong in some fields, or refused as a whole. */
export type Outcome = { faults: Fault[]; trouble: string } | null;

/** Says what a step of the report's life will do, asks for what it needs, and takes it. */
export function ReportMoveDialog(props: {
  move: ReportMove | null;
  report: string;
  /** The symbol after the number, as BC-MTTQ-BTT, to begin with. */
  symbol: string;
  today: string;
  onClose: () => void;
  onMove: (move: ReportMove, form: MoveForm) => Promise<Outcome>;
}) {
  const { w } = useWords();
  const move = () => props.move ?? "approve";
  const kept = createKeptTyping<MoveForm>(() => `report/${move()}/${props.report}`);
  const typed = (): MoveForm =>
    kept.typed() ?? (move() === "number" ? { number: `/${props.symbol}`, signedOn: props.today } : {});
  const put = (change: MoveForm) => kept.keep({ ...typed(), ...change });
  const [faults, setFaults] = createSignal<Fault[]>([]);
  const [trouble, setTrouble] = createSignal("");
  const [busy, setBusy] = createSignal(false);
  createEffect(
    on(
      () => props.move,
      () => {
        setFaults([]);
        setTrouble("");
      },
    ),
  );
  const send = async () => {
    setBusy(true);
    setTrouble("");
    const found = await props.onMove(move(), typed());
    setBusy(false);
    setFaults(found?.faults ?? []);
    setTrouble(found?.trouble ?? "");
    if (found !== null) return;
    kept.forget();
    props.onClose();
  };
  return (
    <Dialog open={props.move !== null} title={w(`reports.move.${move()}`)} onClose={props.onClose}>
      <p>{w(`reports.move.${move()}.what`)}</p>
      <form
        class="report-form"
        novalidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy()) void send();
        }}
      >
        <FaultList faults={faults()} title={w("campaigns.errors", { count: faults().length })} />
        <FaultsProvider faults={faults()}>
          <Show when={move() === "number"}>
            <div class="entry-grid">
              <TextField
                pointer="/number"
                label={w("reports.number")}
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
          <Show when={move() === "reopen"}>
            <TextField
              pointer="/reason"
              label={w("reports.reopen.reason")}
              rows={3}
              value={typed().reason ?? ""}
              onInput={(reason) => put({ reason })}
            />
          </Show>
        </FaultsProvider>
        <p class="trouble" role="alert">
          {trouble()}
        </p>
        <div class="actions">
          <button type="submit" class="button main" aria-disabled={busy()}>
            {w(`reports.move.${move()}`)}
          </button>
          <button type="button" class="button" onClick={() => props.onClose()}>
            {w("declared.cancel")}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
