import { For } from "solid-js";
import type { Move } from "#core/initiatives/lifecycle.ts";
import type { InitiativeView } from "../../../../functions/api/initiatives/views.ts";
import { today } from "../../server-time.ts";
import { isProblem } from "../parts/api.ts";
import { TextField } from "../parts/fields.tsx";
import { FormDialog } from "../parts/form-dialog.tsx";
import { createSavedInput } from "../parts/saved-input.ts";
import { createSending, type Refusal } from "../parts/sending.ts";
import { useSession } from "../parts/session.tsx";
import { useWords } from "../words/words.ts";
import { makeMove, readInitiative } from "./api.ts";
import { askedFields, checkMove, composeForm, explanationField, type MoveDraft } from "./moving.ts";

/** On a conflict, shows the new state (`onChanged`) and keeps the input. */
export function MoveDialog(props: {
  view: InitiativeView;
  move: Move | null;
  onClose: () => void;
  onChanged: (view: InitiativeView) => void;
  onDone: (view: InitiativeView, move: Move) => void;
}) {
  const { w, m } = useWords();
  const { call } = useSession();
  const move = () => props.move ?? "accept";
  const kept = createSavedInput<MoveDraft>(() => `move/${props.view.id}/${move()}`);
  const draft = (): MoveDraft => kept.typed() ?? {};
  const isPossible = () => props.view.moves.includes(move());

  const explain = async (error: unknown): Promise<Refusal | null> => {
    if (!isProblem(error, "version.conflict", "move.notAllowed")) return null;
    const view = await call(() => readInitiative(props.view.id));
    props.onChanged(view);
    const state = m(`state.${view.state}`);
    return { trouble: w(view.moves.includes(move()) ? "dialog.conflict" : "dialog.gone", { state }) };
  };
  const sending = createSending(explain);
  const asked = () => {
    const needsExplanation =
      draft().explanation !== undefined ||
      sending.faults().some(({ pointer }) => pointer === explanationField.pointer);
    const fields = askedFields[move()] ?? [];
    return needsExplanation && fields.some(({ field }) => field === "decisionSignedOn")
      ? [...fields, explanationField]
      : fields;
  };
  const send = async () => {
    const form = composeForm(move(), draft());
    const faults = checkMove(move(), form, today(), props.view);
    if (faults.length > 0) return { faults };
    const { id, version } = props.view;
    const made = move();
    const view = await call(() => makeMove(id, { move: made, version, form }));
    kept.forget();
    props.onDone(view, made);
    return null;
  };

  return (
    <FormDialog
      open={props.move !== null}
      title={w(`move.confirm.${move()}`)}
      lead={
        <>
          <p class="soft">
            {props.view.id} · {props.view.title || m("text.erased")}
          </p>
          <p>{w(`move.what.${move()}`, { year: props.view.year })}</p>
        </>
      }
      sending={sending}
      onSend={send}
      action={w(`move.confirm.${move()}`)}
      blocked={!isPossible()}
      onClose={props.onClose}
      cancel={w("dialog.later")}
    >
      <For each={asked()}>
        {({ field, pointer, optional, line }) => (
          <TextField
            pointer={pointer}
            label={w(`field.${field}`)}
            hint={w(`field.${field}.hint`)}
            optional={optional && !sending.faults().some((fault) => fault.pointer === pointer)}
            rows={line ? undefined : 5}
            class={line ? "short" : ""}
            value={draft()[field] ?? ""}
            onInput={(value) => kept.keep({ ...draft(), [field]: value })}
          />
        )}
      </For>
    </FormDialog>
  );
}
