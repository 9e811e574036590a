import { createSignal, Show } from "solid-js";
import type { InitiativeView, RenewedKeyView } from "../../../../functions/api/initiatives/views.ts";
import { Button } from "../../button.tsx";
import { isProblem } from "../parts/api.ts";
import { Dialog } from "../parts/dialog.tsx";
import { FormDialog } from "../parts/form-dialog.tsx";
import { reviewedUnits } from "../parts/grants.ts";
import { Status } from "../parts/messages.tsx";
import { createSending } from "../parts/sending.ts";
import { useSession } from "../parts/session.tsx";
import { useWords } from "../words/words.ts";
import { readInitiative, renewKey } from "./api.ts";

export function KeyRenewal(props: { view: InitiativeView; onChanged: (view: InitiativeView) => void }) {
  const { w, m } = useWords();
  const { call, session } = useSession();
  const [open, setOpen] = createSignal(false);
  const [given, setGiven] = createSignal<RenewedKeyView | null>(null);
  const offered = () => props.view.origin === "application" && reviewedUnits(session()).length > 0;

  const sending = createSending(async (error) => {
    // Reloads the dossier, so that the user decides again.
    if (!isProblem(error, "version.conflict")) return null;
    await reload();
    return { trouble: w("dialog.refused", { why: m("problem.version.conflict") }) };
  });
  const renew = async () => {
    setGiven(await call(() => renewKey(props.view.id, props.view.version)));
  };
  const reload = async () => {
    try {
      props.onChanged(await call(() => readInitiative(props.view.id)));
    } catch {
      // Offline: the dossier may be outdated.
    }
  };
  const close = () => {
    const renewed = given() !== null;
    setOpen(false);
    setGiven(null);
    if (renewed) void reload();
  };

  return (
    <Show when={offered()}>
      <Button class="small renew-key" label={w("renewKey.open")} onClick={() => setOpen(true)} />
      <FormDialog
        open={open() && given() === null}
        title={w("renewKey.title")}
        sending={sending}
        onSend={renew}
        action={w("renewKey.confirm")}
        onClose={close}
        cancel={w("dialog.later")}
      >
        <p class="soft">
          {props.view.id} · {props.view.title || m("text.erased")}
        </p>
        <p>{w("renewKey.what")}</p>
      </FormDialog>
      <Dialog open={given() !== null} title={w("renewKey.title")} onClose={close}>
        <p class="soft">
          {props.view.id} · {props.view.title || m("text.erased")}
        </p>
        <Show when={given()}>
          {(renewed) => (
            <div class="key-slip">
              <Status text={w("renewKey.done")} />
              <dl>
                <dt>{w("list.code")}</dt>
                <dd class="code-large">{renewed().id}</dd>
                <dt>{w("paper.key")}</dt>
                <dd class="key">{renewed().accessKey}</dd>
              </dl>
              <p>{w("paper.follow", { address: `${window.location.origin}/tra-cuu` })}</p>
              <div class="actions">
                <Button class="main" label={w("renewKey.print")} onClick={() => window.print()} />
                <Button label={w("dialog.close")} onClick={close} />
              </div>
            </div>
          )}
        </Show>
      </Dialog>
    </Show>
  );
}
