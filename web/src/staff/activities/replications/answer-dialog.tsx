import type { AnswerForm } from "#core/activities/replication.ts";
import type { ReplicationView } from "../../../../../functions/api/activities/views.ts";
import { today } from "../../../server-time.ts";
import { DayField } from "../../parts/fields.tsx";
import { useWords } from "../../words/words.ts";
import { answerReplication } from "../api.ts";
import { AnswerFields, createStepForm, StepDialog, type StepDialogProps } from "../step-dialog.tsx";

/** Answer to "still applied?". */
export function AnswerDialog(props: StepDialogProps<ReplicationView>) {
  const { w } = useWords();
  const form = createStepForm<ReplicationView, AnswerForm>(props, {
    place: () => `answer/${props.view.record.id}`,
    initial: () => ({ applied: true, on: today(), note: "" }),
    send: (typed) => answerReplication(props.view.record.id, props.view.record.version, typed),
    conflicts: ["replication.moveNotAllowed"],
  });
  const { typed, put, field } = form;
  return (
    <StepDialog
      open={props.open}
      title={w("replications.answer")}
      lead={w("replications.answerWhat")}
      form={form}
      onClose={props.onClose}
    >
      <AnswerFields
        legend={w("replications.stillApplied")}
        yes={w("replications.applied")}
        no={w("replications.ended")}
        value={typed().applied}
        onChoose={(applied) => put({ applied })}
        note={typed().note}
        onNote={(note) => put({ note })}
      >
        <DayField label={w("replications.answerOn")} {...field("on")} />
      </AnswerFields>
    </StepDialog>
  );
}
