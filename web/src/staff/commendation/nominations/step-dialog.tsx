import { formOfNomination, type Nomination } from "#core/commendation/nomination.ts";
import { FormDialog } from "../../parts/form-dialog.tsx";
import { useSession } from "../../parts/session.tsx";
import { useWords } from "../../words/words.ts";
import { eraseNomination, writeNomination } from "../api.ts";
import { type AwardDialogProps, createRecordWriting } from "../record-writing.ts";

export type NominationStep = "withdraw" | "restore" | "erase";

/** Asks before withdrawing or restoring a nomination, or erasing its personal data. */
export function StepDialog(
  props: AwardDialogProps<Nomination> & {
    /** Null while the dialog is closed. */
    asked: { nomination: Nomination; step: NominationStep } | null;
  },
) {
  const { w, m } = useWords();
  const { call } = useSession();
  const step = () => props.asked?.step ?? "withdraw";
  const { sending, change } = createRecordWriting(
    () => props.asked?.nomination ?? null,
    () => props.onReload(),
  );
  const send = async () => {
    const { asked } = props;
    if (!asked) return;
    const { id, ...rest } = change(asked.step);
    const form = { ...formOfNomination(asked.nomination), withdrawn: asked.step === "withdraw" };
    const written = await call(() =>
      asked.step === "erase"
        ? eraseNomination(id, props.unit, rest)
        : writeNomination(id, props.unit, rest, form),
    );
    props.onDone(written);
  };
  return (
    <FormDialog
      open={props.asked !== null}
      title={w(`nominations.${step()}`)}
      lead={
        <p>{w(`nominations.${step()}.says`, { name: props.asked?.nomination.name || m("text.erased") })}</p>
      }
      sending={sending}
      onSend={send}
      action={w(`nominations.${step()}`)}
      onClose={props.onClose}
    />
  );
}
