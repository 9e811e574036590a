import { createSignal, onMount } from "solid-js";
import { Button } from "../../button.tsx";
import { explainProblem } from "../../failure-words.ts";
import { useText } from "../../language.tsx";
import { FailureNotice } from "./failure-notice.tsx";

export function WithdrawDialog(props: { onConfirm: () => Promise<void>; onClose: () => void }) {
  const text = useText();
  const { t } = text;
  const [failure, setFailure] = createSignal<string | null>(null);
  const [busy, setBusy] = createSignal(false);
  let dialog: HTMLDialogElement | undefined;
  onMount(() => dialog?.showModal());

  const confirm = async () => {
    setBusy(true);
    try {
      await props.onConfirm();
    } catch (error) {
      setFailure(explainProblem(error, text, "follow.offline"));
      setBusy(false);
    }
  };

  return (
    <dialog ref={dialog} aria-labelledby="withdraw-title" onClose={() => props.onClose()}>
      <h2 id="withdraw-title">{t("follow.withdraw.ask")}</h2>
      <p>{t("follow.withdraw.text")}</p>
      <FailureNotice text={failure()} />
      <div class="actions">
        <Button class="main" label={t("follow.withdraw.yes")} disabled={busy()} onClick={confirm} />
        <Button label={t("follow.withdraw.no")} onClick={() => dialog?.close()} />
      </div>
    </dialog>
  );
}
