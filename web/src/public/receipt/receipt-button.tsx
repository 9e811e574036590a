import { createSignal, onCleanup } from "solid-js";
import { explainProblem } from "../../failure-words.ts";
import { useText } from "../../language.tsx";
import { readReceiptFile } from "./api.ts";
import "./words/vi.ts";
import { Button } from "../../button.tsx";

/** Pauses between polls, in milliseconds. */
const pauses = [500, 1_000, 2_000, 3_000, 5_000, 8_000, 10_000, 10_000, 10_000];

export function ReceiptButton(props: { id: string; accessKey: string }) {
  const text = useText();
  const { t } = text;
  const [busy, setBusy] = createSignal(false);
  const [status, setStatus] = createSignal("");
  let unmounted = false;
  onCleanup(() => {
    unmounted = true;
  });

  /** URL of the file; null if missing after the last poll. */
  const wait = async (): Promise<string | null> => {
    for (const pause of [...pauses, 0]) {
      const { url } = await readReceiptFile(props.id, props.accessKey);
      if (url || unmounted || pause === 0) return url;
      setStatus(t("receipt.waiting"));
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
    return null;
  };
  const download = async () => {
    if (busy()) return;
    setBusy(true);
    setStatus("");
    try {
      const url = await wait();
      if (unmounted) return;
      setStatus(t(url ? "receipt.ready" : "receipt.late"));
      if (url) location.assign(url);
    } catch (error) {
      setStatus(explainProblem(error, text, "receipt.offline", "receipt.late"));
    } finally {
      setBusy(false);
    }
  };

  return (
    <div class="receipt-file no-print">
      <Button label={t("receipt.download")} ariaDisabled={busy()} onClick={download} />
      <p role="status" class="hint">
        {status()}
      </p>
    </div>
  );
}
