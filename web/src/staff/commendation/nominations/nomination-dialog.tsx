import { findFaults } from "#core/base/validation.ts";
import { type Nomination, NominationForm } from "#core/commendation/nomination.ts";
import { FormDialog } from "../../parts/form-dialog.tsx";
import { createSavedForm } from "../../parts/saved-input.ts";
import { useSession } from "../../parts/session.tsx";
import { useWords } from "../../words/words.ts";
import { writeNomination } from "../api.ts";
import { type AwardDialogProps, createRecordWriting } from "../record-writing.ts";
import { NominationFields } from "./nomination-fields.tsx";
import { emptyNomination, readNomination, type TypedNomination, typeNomination } from "./typed-nomination.ts";

/** Enters a nomination, or changes the one that is given. */
export function NominationDialog(
  props: AwardDialogProps<Nomination> & { open: boolean; today: string; nomination: Nomination | null },
) {
  const { w } = useWords();
  const { call } = useSession();
  const { typed, put, texts, forget } = createSavedForm<TypedNomination>(
    () => `nomination/${props.nomination?.id ?? `new/${props.unit}`}`,
    () => (props.nomination ? typeNomination(props.nomination) : emptyNomination(props.today)),
  );
  const { sending, change } = createRecordWriting(
    () => props.nomination,
    () => props.onReload(),
  );
  const send = async () => {
    const form = readNomination(typed());
    const { id, ...rest } = change(form);
    const nomination = await call(() => writeNomination(id, props.unit, rest, form));
    forget();
    props.onDone(nomination);
  };
  return (
    <FormDialog
      open={props.open}
      wide
      title={w(props.nomination ? "nominations.edit" : "nominations.add")}
      sending={sending}
      texts={texts}
      onSend={send}
      check={() => findFaults(NominationForm, readNomination(typed()))}
      action={w("records.save")}
      onClose={props.onClose}
      onCancel={forget}
    >
      <NominationFields typed={typed()} put={put} />
    </FormDialog>
  );
}
