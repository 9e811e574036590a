import { createSignal, onMount, Show } from "solid-js";
import { explainProblem } from "../../failure-words.ts";
import { useText } from "../../language.tsx";

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
      <Show when={failure()}>
        <p class="notice" role="alert">
          {failure()}
        </p>
      </Show>
      <div class="actions">
        <button type="button" class="button main" disabled={busy()} onClick={confirm}>
          {t("follow.withdraw.yes")}
        </button>
        <button type="button" class="button" onClick={() => dialog?.close()}>
          {t("follow.withdraw.no")}
        </button>
      </div>
    </dialog>
  );
}
