import type { Bloc } from "#core/commendation/bloc.ts";
import { FormDialog } from "../../parts/form-dialog.tsx";
import { useSession } from "../../parts/session.tsx";
import { useWords } from "../../words/words.ts";
import { writeBloc } from "../api.ts";
import { type AwardDialogProps, createRecordWriting } from "../record-writing.ts";
import { formOfBloc } from "./typed-bloc.ts";

/** Withdraws or restores a bloc. */
export function WithdrawDialog(
  props: AwardDialogProps<Bloc> & {
    /** Null while the dialog is closed. */
    bloc: Bloc | null;
  },
) {
  const { w } = useWords();
  const { call } = useSession();
  const back = () => props.bloc?.withdrawn ?? false;
  const { sending, change } = createRecordWriting(
    () => props.bloc,
    () => props.onReload(),
  );
  const send = async () => {
    const { bloc } = props;
    if (!bloc) return;
    const form = { ...formOfBloc(bloc), withdrawn: !bloc.withdrawn };
    const { id, ...rest } = change(form);
    props.onDone(await call(() => writeBloc(id, props.unit, rest, form)));
  };
  return (
    <FormDialog
      open={props.bloc !== null}
      title={w(back() ? "records.restore" : "records.withdraw")}
      lead={
        <p>{w(back() ? "blocs.restore.says" : "blocs.withdraw.says", { name: props.bloc?.name ?? "" })}</p>
      }
      sending={sending}
      onSend={send}
      action={w(back() ? "records.restore" : "records.withdraw")}
      onClose={props.onClose}
    />
  );
}
