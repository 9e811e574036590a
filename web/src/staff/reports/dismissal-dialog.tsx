import { createEffect, createSignal, on, Show } from "solid-js";
import type { Warning } from "../../../../functions/core/report-model.ts";
import { Dialog } from "../dialog.tsx";
import { createKeptTyping } from "../kept-typing.ts";
import { type Fault, FaultsProvider, TextField } from "../parts/fields.tsx";
import { useWords } from "../words.ts";

/** Asks why a warning is let stand. What is typed stays until it has been kept. */
export function DismissalDialog(props: {
  warning: Warning | null;
  /** The id of the report. */
  report: string;
  onClose: () => void;
  onDismiss: (warning: string, reason: string) => Promise<string | null>;
}) {
  const { w } = useWords();
  const kept = createKeptTyping<string>(() => `report/dismissal/${props.report}/${props.warning?.id}`);
  const [faults, setFaults] = createSignal<Fault[]>([]);
  const [trouble, setTrouble] = createSignal("");
  const [busy, setBusy] = createSignal(false);
  createEffect(
    on(
      () => props.warning,
      () => {
        setFaults([]);
        setTrouble("");
      },
    ),
  );
  const send = async (warning: Warning) => {
    const reason = (kept.typed() ?? "").trim();
    if (reason === "") {
      setFaults([{ pointer: "/reason", code: "reason.required", detail: w("reports.reason.required") }]);
      document.getElementById("at-reason")?.focus();
      return;
    }
    setBusy(true);
    const found = await props.onDismiss(warning.id, reason);
    setBusy(false);
    if (found !== null) return setTrouble(found);
    kept.forget();
    props.onClose();
  };
  return (
    <Dialog open={props.warning !== null} title={w("reports.warnings.dismiss")} onClose={props.onClose}>
      <Show when={props.warning}>
        {(warning) => (
          <form
            class="report-form"
            novalidate
            onSubmit={(event) => {
              event.preventDefault();
              if (!busy()) void send(warning());
            }}
          >
            <p lang="vi">{warning().message}</p>
            <p class="soft">{w("reports.warnings.dismissLead")}</p>
            <FaultsProvider faults={faults()}>
              <TextField
                pointer="/reason"
                label={w("reports.reason")}
                rows={4}
                value={kept.typed() ?? ""}
                onInput={(reason) => {
                  kept.keep(reason);
                  setFaults([]);
                }}
              />
            </FaultsProvider>
            <p class="trouble" role="alert">
              {trouble()}
            </p>
            <div class="actions">
              <button type="submit" class="button main" aria-disabled={busy()}>
                {w("reports.warnings.keep")}
              </button>
              <button type="button" class="button" onClick={() => props.onClose()}>
                {w("declared.cancel")}
              </button>
            </div>
          </form>
        )}
      </Show>
    </Dialog>
  );
}
