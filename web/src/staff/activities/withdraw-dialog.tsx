import { Show } from "solid-js";
import type { RecordKind } from "#core/activities/record.ts";
import { isProblem } from "../parts/api.ts";
import { TextField } from "../parts/fields.tsx";
import { FormDialog } from "../parts/form-dialog.tsx";
import { createSavedForm } from "../parts/saved-input.ts";
import { createSending } from "../parts/sending.ts";
import { useSession } from "../parts/session.tsx";
import { useWords } from "../words/words.ts";
import { changeRecord, type Views } from "./api.ts";

/** Withdraws a record with a reason, or restores it. */
export function WithdrawDialog<K extends RecordKind>(props: {
  open: boolean;
  kind: K;
  view: Views[K]["one"];
  form: () => unknown;
  onClose: () => void;
  onDone: (view: Views[K]["one"]) => void;
  onReload: () => Promise<void>;
}) {
  const { w } = useWords();
  const { call } = useSession();
  const { typed, field, forget } = createSavedForm(
    () => `withdraw/${props.view.record.id}`,
    () => ({ why: "" }),
  );
  const back = () => props.view.record.withdrawn;
  const sending = createSending(async (error) => {
    if (!isProblem(error, "version.conflict")) return null;
    await props.onReload();
    return { trouble: w("records.conflict") };
  });
  const send = async () => {
    const { id, version, withdrawn } = props.view.record;
    const body = { version, withdrawn: !withdrawn, why: typed().why, form: props.form() };
    const view = await call(() => changeRecord(props.kind, id, body));
    forget();
    props.onDone(view);
  };
  return (
    <FormDialog
      open={props.open}
      title={w(back() ? "records.restore" : "records.withdraw")}
      lead={<p>{w(back() ? "records.restoreWhat" : "records.withdrawWhat")}</p>}
      sending={sending}
      onSend={send}
      action={w(back() ? "records.restore" : "records.withdraw")}
      onClose={props.onClose}
      onCancel={forget}
    >
      <Show when={!back()}>
        <TextField label={w("records.withdrawWhy")} {...field("why")} />
      </Show>
    </FormDialog>
  );
}
