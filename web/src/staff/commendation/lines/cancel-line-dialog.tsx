import type { CommendationLine } from "#core/commendation/line.ts";
import { TextField } from "../../parts/fields.tsx";
import { FormDialog } from "../../parts/form-dialog.tsx";
import { createSavedForm } from "../../parts/saved-input.ts";
import { useSession } from "../../parts/session.tsx";
import { useWords } from "../../words/words.ts";
import { moveLine } from "../api.ts";
import type { OpenDecision } from "../open-decision.ts";
import { CancellationFields, type TypedCancellation } from "./cancellation-fields.tsx";

/** Cancels the award of one recipient. */
export function CancelLineDialog(props: {
  open: OpenDecision;
  /** Null while the dialog is closed. */
  line: CommendationLine | null;
  onClose: () => void;
}) {
  const { w, m } = useWords();
  const { call } = useSession();
  const id = () => props.open.view().decision.id;
  const { typed, put, field, texts, forget } = createSavedForm<TypedCancellation & { reason: string }>(
    () => `commendation/${id()}/line/${props.line?.n ?? 0}/cancellation`,
    () => ({ ground: "", reason: "", on: props.open.view().today, moneyToRecover: null }),
  );
  const sending = props.open.createSending(() => "/form");
  const send = async () => {
    const { line } = props;
    if (!line) return;
    const form = typed();
    const change = props.open.change(["cancelLine", line.n, form]);
    const written = await call(() => moveLine(id(), "cancellation", change, line.n, form));
    forget();
    props.onClose();
    props.open.written(written);
  };
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
