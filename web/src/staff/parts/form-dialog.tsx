import type { JSX } from "solid-js";
import { Button } from "../../button.tsx";
import { watch } from "../../watch.ts";
import { useWords } from "../words/words.ts";
import { Dialog } from "./dialog.tsx";
import { FaultList } from "./fault-list.tsx";
import { createUnread, type Fault, FaultsProvider, type SavedTexts } from "./fields.tsx";
import { Trouble } from "./messages.tsx";
import type { Attempt, Sending } from "./sending.ts";

/** Sends once at a time and cannot be closed meanwhile. */
export function FormDialog(props: {
  open: boolean;
  title: string;
  wide?: boolean;
  /** Text above the faults. */
  lead?: JSX.Element;
  sending: Sending;
  onSend: Attempt;
  /** Faults that the page finds before it sends. */
  check?: (() => readonly Fault[]) | undefined;
  action: string;
  blocked?: boolean | undefined;
  onClose: () => void;
  cancel?: string | undefined;
  onCancel?: (() => void) | undefined;
  texts?: SavedTexts;
  footer?: JSX.Element;
  after?: JSX.Element;
  class?: string;
  children?: JSX.Element;
}) {
  const { w } = useWords();
  watch(
    () => props.open,
    () => props.sending.reset(),
  );
  const unread = createUnread(props.texts);
  const send = () => {
    const own = unread.faults();
    const told = new Set(own.map(({ pointer }) => pointer));
    const faults = [...own, ...(props.check?.() ?? []).filter(({ pointer }) => !told.has(pointer))];
    return faults.length > 0 ? Promise.resolve({ faults }) : props.onSend();
  };
  const close = () => {
    if (!props.sending.busy()) props.onClose();
  };
  const cancel = () => {
    if (props.sending.busy()) return;
    props.onCancel?.();
    props.onClose();
  };
  return (
    <Dialog
      open={props.open}
      title={props.title}
      wide={props.wide ?? false}
      locked={props.sending.busy()}
      onClose={close}
    >
      <form
        class={props.class}
        novalidate
        onSubmit={(event) => {
          event.preventDefault();
          // The dialog may be inside another form.
          event.stopPropagation();
          void props.sending.run(send);
        }}
      >
        {props.lead}
        <FaultList
          faults={props.sending.faults()}
          title={w("dialog.errors", { count: props.sending.faults().length })}
        />
        <FaultsProvider faults={props.sending.faults()} unread={unread}>
          {props.children}
        </FaultsProvider>
        <Trouble text={props.sending.trouble()} />
        <div class="actions">
          <button
            type="submit"
            class="button main"
            disabled={props.blocked ?? false}
            aria-disabled={props.sending.busy()}
          >
            {props.sending.busy() ? w("dialog.sending") : props.action}
          </button>
          {props.footer}
          <Button
            label={props.cancel ?? w("dialog.cancel")}
            ariaDisabled={props.sending.busy()}
            onClick={cancel}
          />
        </div>
      </form>
      {props.after}
    </Dialog>
  );
}
