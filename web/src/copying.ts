import { createSignal } from "solid-js";

export function createCopying() {
  const [outcome, setOutcome] = createSignal<"copied" | "copyFailed" | null>(null);
  const copy = (text: string) =>
    navigator.clipboard.writeText(text).then(
      () => setOutcome("copied"),
      () => setOutcome("copyFailed"),
    );
  return { outcome, copy, reset: () => setOutcome(null) };
}
