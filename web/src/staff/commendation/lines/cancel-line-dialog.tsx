import { TextField } from "../../parts/fields.tsx";
import { FormDialog } from "../../parts/form-dialog.tsx";
import { createSavedForm } from "../../parts/saved-input.ts";
import { useWords } from "../../words/words.ts";
import { CancellationFields, type TypedCancellation } from "./cancellation-fields.tsx";
import { createLineMove, type LineDialogProps } from "./line-move.ts";

/** Cancels the award of one recipient. */
export function CancelLineDialog(props: LineDialogProps) {
  const { w, m } = useWords();
  const id = () => props.open.view().decision.id;
  const { typed, put, field, texts, forget } = createSavedForm<TypedCancellation & { reason: string }>(
    () => `commendation/${id()}/line/${props.line?.n ?? 0}/cancellation`,
    () => ({ ground: "", reason: "", on: props.open.view().today, moneyToRecover: null }),
  );
  const { sending, send } = createLineMove(props, "cancellation", typed, forget);
  return (
    <FormDialog
      open={props.line !== null}
      title={w("commendations.lines.cancel")}
      lead={
        <p>
          {w("commendations.lines.cancelSays", {
            number: props.line?.n ?? 0,
            name: props.line?.name || m("text.erased"),
          })}
        </p>
      }
      sending={sending}
      onSend={send}
      texts={texts}
      action={w("commendations.lines.cancel")}
      onClose={props.onClose}
      onCancel={forget}
    >
      <CancellationFields typed={typed()} put={put} />
      <TextField
        rows={3}
        label={w("field.reason")}
        hint={w("commendations.reason.hint")}
        {...field("reason")}
      />
    </FormDialog>
  );
}
