import type { ModelCheck } from "#core/activities/model-check.ts";
import type { ModelView } from "../../../../functions/api/activities/views.ts";
import { today } from "../../server-time.ts";
import { isProblem } from "../parts/api.ts";
import { RadioGroup } from "../parts/check-fields.tsx";
import { bindFields, DayField, TextField } from "../parts/fields.tsx";
import { FormDialog } from "../parts/form-dialog.tsx";
import { NumberField } from "../parts/number-field.tsx";
import { createSavedInput } from "../parts/saved-input.ts";
import { createSending } from "../parts/sending.ts";
import { useSession } from "../parts/session.tsx";
import { useWords } from "../words/words.ts";
import { addCheck } from "./api.ts";

type TypedCheck = Omit<ModelCheck, "year"> & { year: number | null };

/** A second check of the same year corrects the first. */
export function CheckDialog(props: {
  open: boolean;
  view: ModelView;
  onClose: () => void;
  onSaved: (view: ModelView) => void;
  onReload: () => Promise<void>;
}) {
  const { w } = useWords();
  const { call } = useSession();
  const saved = createSavedInput<TypedCheck>(() => `check/${props.view.record.id}`);
  const typed = (): TypedCheck =>
    saved.typed() ?? { year: Number(today().slice(0, 4)), on: today(), by: "", maintained: true, note: "" };
  const put = (change: Partial<TypedCheck>) => saved.keep({ ...typed(), ...change });
  const field = bindFields(typed, put);
  const sending = createSending(async (error) => {
    if (!isProblem(error, "version.conflict")) return null;
    await props.onReload();
    return { trouble: w("records.conflict") };
  });
  const send = async () => {
    const { id, version } = props.view.record;
    const view = await call(() => addCheck(id, version, typed() as ModelCheck));
    saved.forget();
    props.onSaved(view);
  };
  return (
    <FormDialog
      open={props.open}
      title={w("models.addCheck")}
      lead={<p class="soft">{w("models.checkWhat")}</p>}
      sending={sending}
      texts={saved.texts}
      onSend={send}
      action={w("records.save")}
      onClose={props.onClose}
      onCancel={saved.forget}
    >
      <div class="entry-grid">
        <NumberField label={w("records.year")} year {...field("year")} />
        <DayField label={w("models.checkOn")} {...field("on")} />
        <TextField class="wide" label={w("models.checkBy")} {...field("by")} />
      </div>
      <RadioGroup
        class="record-choices entry"
        legend={w("models.checkResult")}
        values={["yes", "no"]}
        value={typed().maintained ? "yes" : "no"}
        labelOf={(value) => w(value === "yes" ? "models.maintained" : "models.notMaintained")}
        onChange={(value) => put({ maintained: value === "yes" })}
      />
      <TextField label={w("records.note")} rows={2} optional {...field("note")} />
    </FormDialog>
  );
}
