import { createEffect, createUniqueId, type JSX, onCleanup, Show } from "solid-js";
import { Button } from "../../button.tsx";
import { useWords } from "../words/words.ts";

/** `onClose` also runs on Escape. */
export function Dialog(props: {
  open: boolean;
  title: string;
  onClose: () => void;
  wide?: boolean;
  closeButton?: boolean;
  /** Ignores Escape. */
  locked?: boolean;
  children: JSX.Element;
}) {
  const { w } = useWords();
  const heading = createUniqueId();
  let element: HTMLDialogElement | undefined;
  createEffect(() => {
    if (props.open && element && !element.open) element.showModal();
    else if (!props.open && element?.open) element.close();
  });
  onCleanup(() => element?.close());
  return (
    <dialog
      ref={element}
      class="staff-dialog"
      classList={{ wide: props.wide ?? false }}
      aria-labelledby={heading}
      onCancel={(event) => {
        if (event.target === element && props.locked) event.preventDefault();
      }}
      onClose={(event) => {
        if (event.target !== element || !props.open) return;
        // Browsers close even a locked dialog on a second Escape.
        if (props.locked) element.showModal();
        else props.onClose();
      }}
    >
      <Show when={props.open}>
        <h2 id={heading}>{props.title}</h2>
        {props.children}
        <Show when={props.closeButton}>
          <div class="actions">
            <Button label={w("dialog.close")} onClick={props.onClose} />
          </div>
        </Show>
      </Show>
    </dialog>
  );
}
