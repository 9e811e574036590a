import { createSignal, For, onCleanup, onMount } from "solid-js";
import { useWords } from "../words/words.ts";
import { Check } from "./check-fields.tsx";
import { Dialog } from "./dialog.tsx";

const storageKey = "staff.shortcuts";

const [enabled, setEnabled] = createSignal(readChoice() !== "off");

function readChoice(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}

/** Single-letter shortcuts interfere with speech input (WCAG 2.1.4). */
function switchShortcuts(on: boolean) {
  setEnabled(on);
  try {
    localStorage.setItem(storageKey, on ? "on" : "off");
  } catch {
    // Without storage the choice is lost when the page closes.
  }
}

/** Handles single keys outside fields and dialogs. */
export function useShortcuts(actions: Record<string, () => void>) {
  const listen = (event: KeyboardEvent) => {
    if (!enabled() || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const target = event.target as HTMLElement;
    if (target.closest("input, textarea, select, dialog, [contenteditable]")) return;
    if (document.querySelector("dialog[open]")) return;
    const action = actions[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  };
  onMount(() => document.addEventListener("keydown", listen));
  onCleanup(() => document.removeEventListener("keydown", listen));
}

const help = [
  ["j", "keys.next"],
  ["k", "keys.previous"],
  ["Enter", "keys.open"],
  ["Esc", "keys.close"],
  ["?", "keys.help"],
] as const;

export function ShortcutsDialog(props: { open: boolean; onClose: () => void }) {
  const { w } = useWords();
  return (
    <Dialog closeButton open={props.open} title={w("keys.title")} onClose={props.onClose}>
      <dl class="keys">
        <For each={help}>
          {([key, words]) => (
            <div>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{w(words)}</dd>
            </div>
          )}
        </For>
      </dl>
      <Check label={w("keys.enabled")} checked={enabled()} onChange={switchShortcuts} />
    </Dialog>
  );
}
