import { createSignal, For, Show } from "solid-js";
import type { StaffMove } from "#core/staff/forms.ts";
import type { StaffRow, StaffView } from "../../../../functions/api/staff/views.ts";
import { Button } from "../../button.tsx";
import { isProblem } from "../parts/api.ts";
import { SelectField, TextField } from "../parts/fields.tsx";
import { FormDialog } from "../parts/form-dialog.tsx";
import { createSavedForm } from "../parts/saved-input.ts";
import { createSending } from "../parts/sending.ts";
import { useSession } from "../parts/session.tsx";
import { useWords } from "../words/words.ts";
import { movePerson } from "./api.ts";
import { OpenDossiers } from "./open-dossiers.tsx";

export function PersonMoves(props: {
  view: StaffView;
  colleagues: StaffRow[];
  onDone: (view: StaffView, words: string) => void;
  onReload: () => Promise<void>;
}) {
  const { w } = useWords();
  const { session, call } = useSession();
  const [asked, setAsked] = createSignal<StaffMove | null>(null);
  const move = () => asked() ?? "deactivate";
  const { typed, field, forget } = createSavedForm(
    () => `person/${props.view.id}/${move()}`,
    () => ({ reason: "", to: "" }),
  );
  const successors = () =>
    props.colleagues.filter(
      ({ email, state }) =>
        state !== "deactivated" && email !== props.view.email && email !== session().email,
    );
  const asks = () => move() === "deactivate" || move() === "handOver";
  const sending = createSending(async (error) => {
    if (!isProblem(error, "version.conflict")) return null;
    await props.onReload();
    return { trouble: w("people.moveConflict") };
  });
  const make = async () => {
    const made = move();
    const { reason, to } = typed();
    const form = made === "handOver" ? { to, reason } : made === "deactivate" ? { reason } : {};
    const view = await call(() => movePerson(props.view.id, made, props.view.version, form));
    forget();
    setAsked(null);
    props.onDone(view, w(`people.done.${made}`, { name: view.name }));
  };

  return (
    <Show when={props.view.moves.length > 0}>
      <section class="entry-section">
        <h2>{w("people.moves")}</h2>
        <div class="actions">
          <For each={props.view.moves}>
            {(each) => <Button label={w(`people.${each}`)} onClick={() => setAsked(each)} />}
          </For>
        </div>
        <FormDialog
          open={asked() !== null}
          title={`${w(`people.${move()}`)}: ${props.view.name}`}
          lead={<p>{w(`people.${move()}.what`, { name: props.view.name, email: props.view.email })}</p>}
          sending={sending}
          onSend={make}
          action={w(`people.${move()}`)}
          onClose={() => setAsked(null)}
          cancel={w("dialog.later")}
        >
          <Show when={move() === "handOver"}>
            <SelectField
              label={w("people.successor")}
              options={[
                {
                  value: "",
                  name: w(successors().length > 0 ? "people.chooseSuccessor" : "people.noSuccessor"),
                },
                ...successors().map(({ id, name, email }) => ({ value: id, name: `${name} (${email})` })),
              ]}
              {...field("to")}
            />
            <OpenDossiers grants={props.view.grants} />
          </Show>
          <Show when={asks()}>
            <TextField
              label={w("field.reason")}
              hint={w("people.reasonHint")}
              rows={3}
              {...field("reason")}
            />
          </Show>
        </FormDialog>
      </section>
    </Show>
  );
}
