import { Show } from "solid-js";
import type { RecordKind } from "#core/activities/record.ts";
import { TextField } from "../parts/fields.tsx";
import { useWords } from "../words/words.ts";
import { changeRecord, type Views } from "./api.ts";
import { createStepForm, StepDialog, type StepDialogProps } from "./step-dialog.tsx";

export function WithdrawDialog<K extends RecordKind>(
  props: StepDialogProps<Views[K]["one"]> & { kind: K; form: () => unknown },
) {
  const { w } = useWords();
  const back = () => props.view.record.withdrawn;
  const form = createStepForm<Views[K]["one"], { why: string }>(props, {
    place: () => `withdraw/${props.view.record.id}`,
    initial: () => ({ why: "" }),
    send: ({ why }) => {
      const { id, version, withdrawn } = props.view.record;
      return changeRecord(props.kind, id, { version, withdrawn: !withdrawn, why, form: props.form() });
    },
  });
  return (
    <StepDialog
      open={props.open}
      title={w(back() ? "records.restore" : "records.withdraw")}
      lead={w(back() ? "records.restoreWhat" : "records.withdrawWhat")}
      form={form}
      action={w(back() ? "records.restore" : "records.withdraw")}
      onClose={props.onClose}
    >
      <Show when={!back()}>
        <TextField label={w("records.withdrawWhy")} {...form.field("why")} />
      </Show>
    </StepDialog>
  );
}
