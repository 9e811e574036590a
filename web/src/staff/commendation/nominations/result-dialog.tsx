import type { Nomination } from "#core/commendation/nomination.ts";
import { RadioGroup } from "../../parts/check-fields.tsx";
import { FormDialog } from "../../parts/form-dialog.tsx";
import { createSavedForm } from "../../parts/saved-input.ts";
import { useSession } from "../../parts/session.tsx";
import { useWords } from "../../words/words.ts";
import { writeNomination } from "../api.ts";
import { type AwardDialogProps, createRecordWriting } from "../record-writing.ts";
import { ResultFields } from "./nomination-fields.tsx";
import { emptyNomination, readNomination, type TypedNomination, typeNomination } from "./typed-nomination.ts";

const results = ["granted", "refused"] as const;

/** Records the answer of the higher level. */
export function ResultDialog(
  props: AwardDialogProps<Nomination> & {
    today: string;
    /** Null while the dialog is closed. */
    nomination: Nomination | null;
  },
) {
  const { w, m } = useWords();
  const { call } = useSession();
  const { typed, put, forget } = createSavedForm<TypedNomination>(
    () => `nomination/${props.nomination?.id ?? ""}/result`,
    () => ({
      ...(props.nomination ? typeNomination(props.nomination) : emptyNomination(props.today)),
      state: "granted",
      resultOn: props.today,
    }),
  );
  const { sending, change } = createRecordWriting(
    () => props.nomination,
    () => props.onReload(),
  );
  const send = async () => {
    const { nomination } = props;
    if (!nomination) return;
    const { state, resultNumber, resultOn } = typed();
    // Keeps the record's other fields, even if they have changed meanwhile.
    const form = readNomination({ ...typeNomination(nomination), state, resultNumber, resultOn });
    const { id, ...rest } = change(form);
    const written = await call(() => writeNomination(id, props.unit, rest, form));
    forget();
    props.onDone(written);
  };
  return (
    <FormDialog
      open={props.nomination !== null}
      title={w("nominations.enterResult")}
      lead={
        <p>
          <b>{props.nomination?.name || m("text.erased")}</b>, {props.nomination?.award}{" "}
          <span class="soft">{props.nomination?.target}</span>
        </p>
      }
      sending={sending}
      onSend={send}
      action={w("nominations.enterResult")}
      onClose={props.onClose}
      onCancel={forget}
    >
      <RadioGroup
        class="entry result-choice"
        legend={w("nominations.result")}
        values={results}
        value={typed().state === "refused" ? "refused" : "granted"}
        labelOf={(state) => w(`nominations.state.${state}`)}
        onChange={(state) => put({ state })}
      />
      <div class="entry-grid">
        <ResultFields typed={typed()} put={put} />
      </div>
    </FormDialog>
  );
}
