import { createSignal } from "solid-js";
import { useText } from "../../language.tsx";
import { explainFailure } from "./api.ts";

/** Sends one request at a time. `failure`: message of the last error. */
export function createRequest() {
  const text = useText();
  const [busy, setBusy] = createSignal(false);
  const [failure, setFailure] = createSignal<string | null>(null);
  const run = async (attempt: () => Promise<void>) => {
    if (busy()) return;
    setBusy(true);
    setFailure(null);
    try {
      await attempt();
    } catch (error) {
      setFailure(explainFailure(error, text));
    } finally {
      setBusy(false);
    }
  };
  return { busy, failure, setFailure, run };
}
