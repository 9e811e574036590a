import type { JSX } from "solid-js";
import { RadioGroup } from "../parts/check-fields.tsx";
import { TextField } from "../parts/fields.tsx";
import { FormDialog } from "../parts/form-dialog.tsx";
import { createSavedForm } from "../parts/saved-input.ts";
import { useSession } from "../parts/session.tsx";
import { useWords } from "../words/words.ts";
import { createRecordSending } from "./record-form.ts";

export interface StepDialogProps<View> {
  open: boolean;
  view: View;
  onClose: () => void;
  onSaved: (view: View) => void;
  onReload: () => Promise<void>;
}

/** Call during component setup. */
export function createStepForm<View, T extends object>(
  given: StepDialogProps<View>,
  {
    place,
    initial,
    send,
    conflicts = [],
  }: {
    place: () => string;
    initial: () => T;
    send: (typed: T) => Promise<View>;
    conflicts?: Parameters<typeof createRecordSending>[1][];
  },
) {
  const { call } = useSession();
  const saved = createSavedForm<T>(place, initial);
  return {
    ...saved,
    sending: createRecordSending(() => given.onReload(), ...conflicts),
    send: async () => {
      const view = await call(() => send(saved.typed()));
      saved.forget();
      given.onSaved(view);
    },
  };
}

type StepForm = Omit<ReturnType<typeof createStepForm<unknown, object>>, "typed" | "put" | "field">;

export function StepDialog(props: {
  open: boolean;
  title: string;
  lead: string;
  form: StepForm;
  /** Label of the send button; `records.save` by default. */
  action?: string;
  onClose: () => void;
  children: JSX.Element;
}) {
  const { w } = useWords();
  return (
    <FormDialog
      open={props.open}
      title={props.title}
      lead={<p class="soft">{props.lead}</p>}
      sending={props.form.sending}
      texts={props.form.texts}
      onSend={props.form.send}
      action={props.action ?? w("records.save")}
      onClose={props.onClose}
      onCancel={props.form.forget}
    >
      {props.children}
    </FormDialog>
  );
}

export function AnswerFields(props: {
  legend: string;
  yes: string;
  no: string;
  value: boolean;
  onChoose: (value: boolean) => void;
  note: string;
  onNote: (note: string) => void;
  children?: JSX.Element;
}) {
  const { w } = useWords();
  return (
    <>
      <RadioGroup
        class="record-choices entry"
        legend={props.legend}
        values={["yes", "no"]}
        value={props.value ? "yes" : "no"}
        labelOf={(value) => (value === "yes" ? props.yes : props.no)}
        onChange={(value) => props.onChoose(value === "yes")}
      />
      {props.children}
      <TextField
        pointer="/note"
        label={w("records.note")}
        rows={2}
        optional
        value={props.note}
        onInput={props.onNote}
      />
    </>
  );
}
