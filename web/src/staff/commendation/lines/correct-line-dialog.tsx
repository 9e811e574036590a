import { Show } from "solid-js";
import type { CommendationLine, LineCorrection } from "#core/commendation/line.ts";
import { SelectField, TextField } from "../../parts/fields.tsx";
import { FormDialog } from "../../parts/form-dialog.tsx";
import { NumberField } from "../../parts/number-field.tsx";
import { createSavedForm } from "../../parts/saved-input.ts";
import { useSession } from "../../parts/session.tsx";
import { useWords } from "../../words/words.ts";
import { moveLine } from "../api.ts";
import type { OpenDecision } from "../open-decision.ts";

function typeCorrection(line: CommendationLine | null): LineCorrection {
  const { name = "", birthYear = null, sex = null, position = "" } = line ?? {};
  const { workplace = "", achievement = "", note = "" } = line ?? {};
  return { name, birthYear, sex, position, workplace, achievement, note, reason: "" };
}

/** Corrects how an issued line names its recipient and achievement. */
export function CorrectLineDialog(props: {
  open: OpenDecision;
  /** Null while the dialog is closed. */
  line: CommendationLine | null;
  onClose: () => void;
}) {
  const { w } = useWords();
  const { call } = useSession();
  const id = () => props.open.view().decision.id;
  const isPerson = () => props.line?.recipientKind === "individual";
  const { typed, put, field, texts, forget } = createSavedForm<LineCorrection>(
    () => `commendation/${id()}/line/${props.line?.n ?? 0}/correction`,
    () => typeCorrection(props.line),
  );
  const sending = props.open.createSending(() => "/form");
  const send = async () => {
    const { line } = props;
    if (!line) return;
    const form = typed();
    const change = props.open.change(["correctLine", line.n, form]);
    const written = await call(() => moveLine(id(), "corrections", change, line.n, form));
    forget();
    props.onClose();
    props.open.written(written);
  };
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
        <NumberField
          year
          optional
          label={w(isPerson() ? "commendations.birthYear" : "commendations.foundingYear")}
          {...field("birthYear")}
        />
        <Show when={isPerson()}>
          <SelectField
            pointer="/sex"
            optional
            label={w("commendations.sex")}
            options={(["", "female", "male"] as const).map((sex) => ({
              value: sex,
              name: w(`commendations.sex.${sex || "none"}`),
            }))}
            value={typed().sex ?? ""}
            onInput={(sex) => put({ sex: (sex || null) as LineCorrection["sex"] })}
          />
        </Show>
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
