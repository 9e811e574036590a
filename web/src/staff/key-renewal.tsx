import { createSignal, Show } from "solid-js";
import type { InitiativeView, RenewedKeyView } from "../../../functions/api/views.ts";
import { ProblemError } from "../api.ts";
import { Dialog } from "./dialog.tsx";
import { reviewedUnits } from "./grants.ts";
import { isProblem, readInitiative, renewKey } from "./requests.ts";
import { useSession } from "./session.tsx";
import { useWords } from "./words.ts";

/** At the counter: a new access key for whoever lost theirs and has no address of mail, shown once, to be printed and handed over. */
export function KeyRenewal(props: { view: InitiativeView; onChanged: (view: InitiativeView) => void }) {
  const { w, m } = useWords();
  const { call, session } = useSession();
  const [open, setOpen] = createSignal(false);
  const [busy, setBusy] = createSignal(false);
  const [trouble, setTrouble] = createSignal("");
  const [given, setGiven] = createSignal<RenewedKeyView | null>(null);
  const offered = () => props.view.origin === "application" && reviewedUnits(session()).length > 0;

  const renew = async () => {
    if (busy()) return;
    setBusy(true);
    setTrouble("");
    try {
      setGiven(await call(() => renewKey(props.view.id, props.view.version)));
    } catch (error) {
      // Somebody was faster: the dossier as it is now, and the person decides again.
      if (isProblem(error, "version.conflict")) await reload();
      const code = error instanceof ProblemError ? error.code : "internal";
      setTrouble(w("dialog.refused", { why: m(`problem.${code}`) }));
    } finally {
      setBusy(false);
    }
  };
  const reload = async () => {
    try {
      props.onChanged(await call(() => readInitiative(props.view.id)));
    } catch {
      // What is shown is of a moment ago; the next step will say so.
    }
  };
  const close = () => {
    const renewed = given() !== null;
    setOpen(false);
    setGiven(null);
    setTrouble("");
    if (renewed) void reload();
  };

  return (
    <Show when={offered()}>
      <button type="button" class="button small renew-key" onClick={() => setOpen(true)}>
        {w("renewKey.open")}
      </button>
      <Dialog open={open()} title={w("renewKey.title")} onClose={close}>
        <p class="soft">
          {props.view.id} · {props.view.title}
        </p>
        <Show
          when={given()}
          fallback={
            <>
              <p>{w("renewKey.what")}</p>
              <p class="trouble" role="alert">
                {trouble()}
              </p>
              <div class="actions">
                <button type="button" class="button main" aria-disabled={busy()} onClick={renew}>
                  {busy() ? w("dialog.sending") : w("renewKey.confirm")}
                </button>
                <button type="button" class="button" onClick={close}>
                  {w("dialog.cancel")}
                </button>
              </div>
            </>
          }
        >
          {(renewed) => (
            <div class="key-slip">
              <p role="status">{w("renewKey.done")}</p>
              <dl>
                <dt>{w("paper.code")}</dt>
                <dd class="code-large">{renewed().id}</dd>
                <dt>{w("paper.key")}</dt>
                <dd class="key">{renewed().accessKey}</dd>
              </dl>
              <p>{w("paper.follow", { address: `${window.location.origin}/tra-cuu` })}</p>
              <div class="actions">
                <button type="button" class="button main" onClick={() => window.print()}>
                  {w("renewKey.print")}
                </button>
                <button type="button" class="button" onClick={close}>
                  {w("dialog.close")}
                </button>
              </div>
            </div>
          )}
        </Show>
      </Dialog>
    </Show>
  );
}
