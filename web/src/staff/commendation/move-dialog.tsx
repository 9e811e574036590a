import { createSignal, Match, Show, Switch } from "solid-js";
import { findFaults } from "#core/base/validation.ts";
import { CancellationForm } from "#core/commendation/line.ts";
import { watch } from "../../watch.ts";
import { DayField, TextField } from "../parts/fields.tsx";
import { FormDialog } from "../parts/form-dialog.tsx";
import { createSavedForm } from "../parts/saved-input.ts";
import { useSession } from "../parts/session.tsx";
import { useWords } from "../words/words.ts";
import { formatTotal } from "./amounts.ts";
import { type CommendationMove, moveCommendation } from "./api.ts";
import { IssueWarnings } from "./issue-warnings.tsx";
import { CancellationFields, type TypedCancellation } from "./lines/cancellation-fields.tsx";
import type { OpenDecision } from "./open-decision.ts";
import type { Warnings } from "./warning-loading.ts";

interface TypedMove extends TypedCancellation {
  number: string;
  signedOn: string;
  explanation: string;
  reason: string;
}

function composeForm(move: CommendationMove, typed: TypedMove): object {
  const { number, signedOn, explanation, reason, ground, on, moneyToRecover } = typed;
  if (move === "issue") return { number, signedOn, explanation };
  if (move === "corrections") return { number, signedOn, explanation, reason };
  return move === "cancellation" ? { ground, reason, on, moneyToRecover } : { reason };
}

export function MoveDialog(props: {
  open: OpenDecision;
  warnings: Warnings;
  move: CommendationMove | null;
  onClose: () => void;
}) {
  const words = useWords();
  const { w } = words;
  const { call } = useSession();
  const decision = () => props.open.view().decision;
  const move = () => props.move ?? "issue";
  const { typed, put, field, forget } = createSavedForm<TypedMove>(
    () => `commendation/${decision().id}/${move()}`,
    () => ({
      number: decision().number ?? "",
      signedOn: decision().signedOn ?? "",
      explanation: "",
      reason: "",
      ground: "",
      on: props.open.view().today,
      moneyToRecover: null,
    }),
  );
  const sending = props.open.createSending(() => "/form");
  const needsExplanation = () =>
    typed().explanation !== "" || sending.faults().some(({ pointer }) => pointer === "/explanation");
  // Holds the warnings that were read, so that other warnings have to be read again.
  const [read, setRead] = createSignal<unknown>(null);
  const isSeen = () => read() === props.warnings.found();
  watch(
    () => props.move,
    () => setRead(null),
  );
  const check = () => {
    if (move() === "cancellation") return findFaults(CancellationForm, composeForm(move(), typed()));
    if (move() !== "issue" || props.warnings.found().length === 0 || isSeen()) return [];
    return [{ pointer: "/seen", code: "value.required", detail: w("commendations.warnings.unseen") }];
  };
  const send = async () => {
    const form = composeForm(move(), typed());
    const change = props.open.change([move(), form]);
    const view = await call(() => moveCommendation(decision().id, move(), change, form));
    forget();
    props.onClose();
    props.open.put(view);
  };
  return (
    <FormDialog
      open={props.move !== null}
      title={w(`commendations.move.${move()}`)}
      lead={
        <p>
          {w(`commendations.move.${move()}.says`, {
            count: props.open.view().count,
            total: formatTotal(props.open.view().total, words),
          })}
        </p>
      }
      sending={sending}
      onSend={send}
      check={check}
      blocked={move() === "issue" && props.warnings.busy()}
      action={w(`commendations.move.${move()}.confirm`)}
      onClose={props.onClose}
      onCancel={forget}
    >
      <Switch>
        <Match when={move() === "issue" || move() === "corrections"}>
          <TextField
            class="short"
            label={w("field.decisionNumber")}
            hint={w("field.decisionNumber.hint")}
            {...field("number")}
          />
          <DayField class="short" label={w("field.decisionSignedOn")} {...field("signedOn")} />
          <Show when={needsExplanation()}>
            <TextField rows={3} label={w("field.explanation")} {...field("explanation")} />
          </Show>
        </Match>
        <Match when={move() === "cancellation"}>
          <CancellationFields typed={typed()} put={put} />
        </Match>
      </Switch>
      <Show
        when={move() !== "issue"}
        fallback={
          <IssueWarnings
            warnings={props.warnings}
            seen={isSeen()}
            onSeen={(seen) => setRead(seen ? props.warnings.found() : null)}
          />
        }
      >
        <TextField
          rows={3}
          label={w("field.reason")}
          hint={w("commendations.reason.hint")}
          {...field("reason")}
        />
      </Show>
    </FormDialog>
  );
}
