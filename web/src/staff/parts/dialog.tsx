import { createEffect, createUniqueId, type JSX, onCleanup, Show } from "solid-js";

/**
 * A native modal dialog. The browser keeps the focus inside, closes it on Escape and gives the focus back to where it was; `onClose` is
 * told in every case.
 */
export function Dialog(props: {
  open: boolean;
  title: string;
  onClose: () => void;
  wide?: boolean;
  /** Stays open on Escape. */
  locked?: boolean;
  children: JSX.Element;
}) {
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
        // A second Escape closes whatever the page says.
        if (props.locked) element.showModal();
        else props.onClose();
      }}
    >
      <Show when={props.open}>
        <h2 id={heading}>{props.title}</h2>
        {props.children}
      </Show>
    </dialog>
  );
}
