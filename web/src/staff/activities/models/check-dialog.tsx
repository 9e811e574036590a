import type { ModelCheck } from "#core/activities/model-check.ts";
import type { ModelView } from "../../../../../functions/api/activities/views.ts";
import { today } from "../../../server-time.ts";
import { DayField, TextField } from "../../parts/fields.tsx";
import { NumberField } from "../../parts/number-field.tsx";
import { useWords } from "../../words/words.ts";
import { addCheck } from "../api.ts";
import { AnswerFields, createStepForm, StepDialog, type StepDialogProps } from "../step-dialog.tsx";

type TypedCheck = Omit<ModelCheck, "year"> & { year: number | null };

/** A second check of the same year corrects the first. */
export function CheckDialog(props: StepDialogProps<ModelView>) {
  const { w } = useWords();
  const form = createStepForm<ModelView, TypedCheck>(props, {
    place: () => `check/${props.view.record.id}`,
    initial: () => ({
      year: Number(today().slice(0, 4)),
      on: today(),
      by: "",
      maintained: true,
      note: "",
    }),
    // The API refuses an empty year.
    send: (typed) => addCheck(props.view.record.id, props.view.record.version, typed as ModelCheck),
  });
  const { typed, put, field } = form;
  return (
    <StepDialog
      open={props.open}
      title={w("models.addCheck")}
      lead={w("models.checkWhat")}
      form={form}
      onClose={props.onClose}
    >
      <div class="entry-grid">
        <NumberField label={w("records.year")} year {...field("year")} />
        <DayField label={w("models.checkOn")} {...field("on")} />
        <TextField class="wide" label={w("models.checkBy")} {...field("by")} />
      </div>
      <AnswerFields
        legend={w("models.checkResult")}
        yes={w("models.maintained")}
        no={w("models.notMaintained")}
        value={typed().maintained}
        onChoose={(maintained) => put({ maintained })}
        note={typed().note}
        onNote={(note) => put({ note })}
      />
    </StepDialog>
  );
}
