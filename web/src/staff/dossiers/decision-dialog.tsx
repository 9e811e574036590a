import { Show } from "solid-js";
import type { RecordedDecision } from "#core/initiatives/decision-correction.ts";
import type { InitiativeView } from "../../../../functions/api/initiatives/views.ts";
import { writeDay } from "../../dates.ts";
import { readTypedDay } from "../../public/form/typed-values.ts";
import { isProblem } from "../parts/api.ts";
import { bindFields, TextField } from "../parts/fields.tsx";
import { FormDialog } from "../parts/form-dialog.tsx";
import { createSavedForm } from "../parts/saved-input.ts";
import { createSending } from "../parts/sending.ts";
import { useSession } from "../parts/session.tsx";
import { useWords } from "../words/words.ts";
import { correctDecision, readInitiative } from "./api.ts";

export function DecisionDialog(props: {
  view: InitiativeView;
  asked: RecordedDecision | null;
  onClose: () => void;
  onChanged: (view: InitiativeView) => void;
}) {
  const { w, m } = useWords();
  const { call } = useSession();
  const { typed, put, field, forget } = createSavedForm(
    () => `decision/${props.view.id}/${props.asked?.event ?? 0}`,
    () => {
      const decision = props.asked?.decision;
      const signedOn = decision ? writeDay(decision.signedOn) : "";
      return { number: decision?.number ?? "", signedOn, reason: "", explanation: "" };
    },
  );
  const decision = bindFields(typed, put, "/decision");
  const sending = createSending(async (error) => {
    if (!isProblem(error, "version.conflict")) return null;
    const view = await call(() => readInitiative(props.view.id));
    props.onChanged(view);
    return { trouble: w("dialog.conflict", { state: m(`state.${view.state}`) }) };
  });
  const needsExplanation = () =>
    typed().explanation !== "" || sending.faults().some(({ pointer }) => pointer === "/explanation");
  const send = async () => {
    const { asked } = props;
    if (!asked) return;
    const { number, signedOn, reason, explanation } = typed();
    const form = {
      event: asked.event,
      decision: { number, signedOn: readTypedDay(signedOn) },
      reason,
      explanation,
    };
    const view = await call(() => correctDecision(props.view.id, props.view.version, form));
    forget();
    props.onChanged(view);
    props.onClose();
  };
  return (
    <FormDialog
      open={props.asked !== null}
      title={w("decision.correct")}
      lead={
        <>
          <p class="soft">
            {props.view.id} · {m(`move.${props.asked?.move ?? "recognise"}`)}
          </p>
          <p>{w("decision.correct.what")}</p>
        </>
      }
      sending={sending}
      onSend={send}
      action={w("decision.correct.confirm")}
      onClose={props.onClose}
      cancel={w("dialog.later")}
    >
      <TextField
        class="short"
        label={w("field.decisionNumber")}
        hint={w("field.decisionNumber.hint")}
        {...decision("number")}
      />
      <TextField
        class="short"
        label={w("field.decisionSignedOn")}
        hint={w("field.decisionSignedOn.hint")}
        {...decision("signedOn")}
      />
      <TextField
        label={w("decision.correct.reason")}
        hint={w("decision.correct.reason.hint")}
        rows={3}
        {...field("reason")}
      />
      <Show when={needsExplanation()}>
        <TextField
          label={w("field.explanation")}
          hint={w("field.explanation.hint")}
          rows={3}
          {...field("explanation")}
        />
      </Show>
    </FormDialog>
  );
}
