import type { CommendationLine, LineCorrection } from "#core/commendation/line.ts";
import { TextField } from "../../parts/fields.tsx";
import { FormDialog } from "../../parts/form-dialog.tsx";
import { createSavedForm } from "../../parts/saved-input.ts";
import { useWords } from "../../words/words.ts";
import { BirthFields } from "./birth-fields.tsx";
import { createLineMove, type LineDialogProps } from "./line-move.ts";

function typeCorrection(line: CommendationLine | null): LineCorrection {
  const { name = "", birthYear = null, sex = null, position = "" } = line ?? {};
  const { workplace = "", achievement = "", note = "" } = line ?? {};
  return { name, birthYear, sex, position, workplace, achievement, note, reason: "" };
}

/** Corrects how an issued line names its recipient and achievement. */
export function CorrectLineDialog(props: LineDialogProps) {
  const { w } = useWords();
  const id = () => props.open.view().decision.id;
  const isPerson = () => props.line?.recipientKind === "individual";
  const { typed, put, field, texts, forget } = createSavedForm<LineCorrection>(
    () => `commendation/${id()}/line/${props.line?.n ?? 0}/correction`,
    () => typeCorrection(props.line),
  );
  const { sending, send } = createLineMove(props, "corrections", typed, forget);
  return (
    <FormDialog
      open={props.line !== null}
      wide
      title={w("commendations.lines.correctTitle", { number: props.line?.n ?? 0 })}
      lead={<p>{w("commendations.lines.correctSays")}</p>}
      sending={sending}
      onSend={send}
      texts={texts}
      action={w("commendations.move.corrections.confirm")}
      onClose={props.onClose}
      onCancel={forget}
    >
      <div class="entry-grid">
        <TextField
          class="two"
          label={w(isPerson() ? "commendations.fullName" : "commendations.name")}
          {...field("name")}
        />
        <BirthFields isPerson={isPerson()} birthYear={field("birthYear")} typed={typed()} put={put} />
        <TextField optional label={w("commendations.position")} {...field("position")} />
        <TextField
          class="two"
          optional
          label={w("commendations.workplace")}
          hint={w("commendations.workplace.hint")}
          {...field("workplace")}
        />
        <TextField
          class="wide"
          optional
          rows={2}
          label={w("commendations.achievement")}
          {...field("achievement")}
        />
        <TextField class="two" optional label={w("commendations.note")} {...field("note")} />
        <TextField
          class="wide"
          rows={2}
          label={w("field.reason")}
          hint={w("commendations.lines.correctReason")}
          {...field("reason")}
        />
      </div>
    </FormDialog>
  );
}
