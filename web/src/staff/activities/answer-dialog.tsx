import type { AnswerForm } from "#core/activities/replication.ts";
import type { ReplicationView } from "../../../../functions/api/activities/views.ts";
import { today } from "../../server-time.ts";
import { isProblem } from "../parts/api.ts";
import { RadioGroup } from "../parts/check-fields.tsx";
import { DayField, TextField } from "../parts/fields.tsx";
import { FormDialog } from "../parts/form-dialog.tsx";
import { createSavedForm } from "../parts/saved-input.ts";
import { createSending } from "../parts/sending.ts";
import { useSession } from "../parts/session.tsx";
import { useWords } from "../words/words.ts";
import { answerReplication } from "./api.ts";

/** Asks whether the unit still applies the solution. */
export function AnswerDialog(props: {
  open: boolean;
  view: ReplicationView;
  onClose: () => void;
  onSaved: (view: ReplicationView) => void;
  onReload: () => Promise<void>;
}) {
  const { w } = useWords();
  const { call } = useSession();
  const { typed, put, field, forget } = createSavedForm<AnswerForm>(
    () => `answer/${props.view.record.id}`,
    () => ({ applied: true, on: today(), note: "" }),
  );
  const sending = createSending(async (error) => {
    if (!isProblem(error, "version.conflict", "replication.moveNotAllowed")) return null;
    await props.onReload();
    return { trouble: w("records.conflict") };
  });
  const send = async () => {
    const { id, version } = props.view.record;
    const view = await call(() => answerReplication(id, version, typed()));
    forget();
    props.onSaved(view);
  };
  return (
    <FormDialog
      open={props.open}
      title={w("replications.answer")}
      lead={<p class="soft">{w("replications.answerWhat")}</p>}
      sending={sending}
      onSend={send}
      action={w("records.save")}
      onClose={props.onClose}
      onCancel={forget}
    >
      <RadioGroup
        class="record-choices entry"
        legend={w("replications.stillApplied")}
        values={["yes", "no"]}
        value={typed().applied ? "yes" : "no"}
        labelOf={(value) => w(value === "yes" ? "replications.applied" : "replications.ended")}
        onChange={(value) => put({ applied: value === "yes" })}
      />
      <DayField label={w("replications.answerOn")} {...field("on")} />
      <TextField label={w("records.note")} rows={2} optional {...field("note")} />
    </FormDialog>
  );
}
