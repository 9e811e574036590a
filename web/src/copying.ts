import { createSignal } from "solid-js";

/** Copies text to the clipboard. `outcome` is null before the first attempt. */
export function createCopying() {
  const [outcome, setOutcome] = createSignal<"copied" | "copyFailed" | null>(null);
  const copy = (text: string) =>
    navigator.clipboard.writeText(text).then(
      () => setOutcome("copied"),
      () => setOutcome("copyFailed"),
    );
  return { outcome, copy, reset: () => setOutcome(null) };
}
