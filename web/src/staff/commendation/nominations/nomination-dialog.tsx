import type { Nomination } from "#core/commendation/nomination.ts";
import { FormDialog } from "../../parts/form-dialog.tsx";
import { createSavedInput } from "../../parts/saved-input.ts";
import { useSession } from "../../parts/session.tsx";
import { useWords } from "../../words/words.ts";
import { writeNomination } from "../api.ts";
import { createRecordWriting } from "../record-writing.ts";
import { NominationFields } from "./nomination-fields.tsx";
import { emptyNomination, readNomination, type TypedNomination, typeNomination } from "./typed-nomination.ts";

/** Enters a nomination, or changes the one that is given. */
export function NominationDialog(props: {
  open: boolean;
  unit: string;
  today: string;
  nomination: Nomination | null;
  onClose: () => void;
  onReload: () => Promise<void>;
  onDone: () => void;
}) {
  const { w } = useWords();
  const { call } = useSession();
  const saved = createSavedInput<TypedNomination>(
    () => `nomination/${props.nomination?.id ?? `new/${props.unit}`}`,
  );
  const typed = () =>
    saved.typed() ?? (props.nomination ? typeNomination(props.nomination) : emptyNomination(props.today));
  const put = (change: Partial<TypedNomination>) => saved.keep({ ...typed(), ...change });
  const { sending, change } = createRecordWriting(
    () => props.nomination,
    () => props.onReload(),
  );
  const send = async () => {
    const form = readNomination(typed());
    const { id, ...rest } = change(form);
    await call(() => writeNomination(id, props.unit, rest, form));
    saved.forget();
    props.onDone();
  };
  return (
    <FormDialog
      open={props.open}
      wide
      title={w(props.nomination ? "nominations.edit" : "nominations.add")}
      sending={sending}
      texts={saved.texts}
      onSend={send}
      action={w("records.save")}
      onClose={props.onClose}
      onCancel={() => saved.forget()}
    >
      <NominationFields typed={typed()} put={put} />
    </FormDialog>
  );
}
