import { createEffect, createSignal, createUniqueId, For, on, Show } from "solid-js";
import type { InitiativeView } from "../../../functions/api/views.ts";
import { dayOf } from "../../../functions/core/calendar.ts";
import type { Move } from "../../../functions/core/lifecycle.ts";
import type { FieldError } from "../../../functions/core/problems.ts";
import { ProblemError } from "../api.ts";
import { Dialog } from "./dialog.tsx";
import { DraftField } from "./draft-field.tsx";
import { createKeptTyping } from "./kept-typing.ts";
import {
  askedFields,
  checkMove,
  composeForm,
  errorsByField,
  type MoveDraft,
  type MoveField,
} from "./moving.ts";
import { isProblem, makeMove, readInitiative } from "./requests.ts";
import { useSession } from "./session.tsx";
import { useWords } from "./words.ts";

/**
 * Asks for what a move needs, says what it will do, and makes it. Where somebody else changed the dossier meanwhile, the new state is
 * shown (`onChanged`) and what was typed stays.
 */
export function MoveDialog(props: {
  view: InitiativeView;
  move: Move | null;
  onClose: () => void;
  onChanged: (view: InitiativeView) => void;
  onDone: (view: InitiativeView, move: Move) => void;
}) {
  const { w, m, e } = useWords();
  const { call } = useSession();
  const [errors, setErrors] = createSignal<FieldError[]>([]);
  const [trouble, setTrouble] = createSignal("");
  const [busy, setBusy] = createSignal(false);
  const prefix = createUniqueId();
  let summary: HTMLDivElement | undefined;

  createEffect(
    on(
      () => props.move,
      () => {
        setErrors([]);
        setTrouble("");
      },
    ),
  );
  const move = () => props.move ?? "accept";
  const kept = createKeptTyping<MoveDraft>(() => `move/${props.view.id}/${move()}`);
  const draft = (): MoveDraft => kept.typed() ?? {};
  const faults = () => errorsByField(errors());
  const isPossible = () => props.view.moves.includes(move());
  const showErrors = (found: FieldError[]) => {
    setErrors(found);
    queueMicrotask(() => summary?.focus());
  };

  const send = async () => {
    const form = composeForm(move(), draft());
    const found = checkMove(move(), form, dayOf(new Date().toISOString()));
    setTrouble("");
    if (found.length > 0) return showErrors(found);
    setErrors([]);
    setBusy(true);
    const { id, version } = props.view;
    const made = move();
    try {
      const view = await call(() => makeMove(id, { move: made, version, form }));
      kept.forget();
      props.onDone(view, made);
    } catch (error) {
      await explain(error);
    } finally {
      setBusy(false);
    }
  };

  const explain = async (error: unknown) => {
    if (isProblem(error, "version.conflict", "move.notAllowed")) {
      try {
        const view = await call(() => readInitiative(props.view.id));
        props.onChanged(view);
        const state = m(`state.${view.state}`);
        setTrouble(w(view.moves.includes(move()) ? "dialog.conflict" : "dialog.gone", { state }));
      } catch {
        setTrouble(w("dialog.network"));
      }
    } else if (isProblem(error, "move.invalid")) showErrors(error.errors);
    else if (isProblem(error, "session.missing")) setTrouble(w("lost.title"));
    else if (error instanceof ProblemError && error.code !== "offline")
      setTrouble(w("dialog.refused", { why: m(`problem.${error.code}`) }));
    else setTrouble(w("dialog.network"));
  };

  return (
    <Dialog open={props.move !== null} title={w(`move.confirm.${move()}`)} onClose={props.onClose}>
      <p class="soft">
        {props.view.id} · {props.view.title}
      </p>
      <p>{w(`move.what.${move()}`, { year: props.view.year })}</p>
      <form
        novalidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy()) void send();
        }}
      >
        <Show when={errors().length > 0}>
          <div ref={summary} class="error-summary" tabindex="-1" role="alert">
            <p>{w("dialog.errors")}</p>
            <ul>
              <For each={Object.entries(faults().fields) as [MoveField, FieldError][]}>
                {([field, error]) => (
                  <li>
                    <a
                      href={`#${prefix}-${field}`}
                      rel="external"
                      onClick={(event) => focusField(event, field)}
                    >
                      {e(error)}
                    </a>
                  </li>
                )}
              </For>
              <For each={faults().rest}>{(error) => <li>{e(error)}</li>}</For>
            </ul>
          </div>
        </Show>
        <For each={askedFields[move()] ?? []}>
          {({ field, optional }) => (
            <DraftField
              id={`${prefix}-${field}`}
              field={field}
              optional={optional}
              value={draft()[field] ?? ""}
              error={faults().fields[field]}
              onInput={(value) => kept.keep({ ...draft(), [field]: value })}
            />
          )}
        </For>
        <p class="trouble" role="alert">
          {trouble()}
        </p>
        <div class="actions">
          <button type="submit" class="button main" disabled={!isPossible()} aria-disabled={busy()}>
            {busy() ? w("dialog.sending") : w(`move.confirm.${move()}`)}
          </button>
          <button type="button" class="button" onClick={() => props.onClose()}>
            {w("dialog.cancel")}
          </button>
        </div>
      </form>
    </Dialog>
  );

  function focusField(event: MouseEvent, field: MoveField) {
    event.preventDefault();
    document.getElementById(`${prefix}-${field}`)?.focus();
  }
}
