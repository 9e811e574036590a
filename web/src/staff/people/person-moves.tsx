import { createSignal, For, Show } from "solid-js";
import type { StaffRow, StaffView } from "../../../../functions/api/staff-views.ts";
import type { StaffMove } from "../../../../functions/core/staff-forms.ts";
import { ProblemError } from "../../api.ts";
import { Dialog } from "../dialog.tsx";
import { createKeptTyping } from "../kept-typing.ts";
import { type Fault, FaultsProvider, SelectField, TextField } from "../parts/fields.tsx";
import { isProblem } from "../requests.ts";
import { useSession } from "../session.tsx";
import { useWords } from "../words.ts";
import { OpenDossiers } from "./open-dossiers.tsx";
import { movePerson } from "./requests.ts";

interface TypedMove {
  reason: string;
  to: string;
}
const empty: TypedMove = { reason: "", to: "" };

/** What can be done with an account, each behind a dialog that says what will happen. */
export function PersonMoves(props: {
  view: StaffView;
  colleagues: StaffRow[];
  onDone: (view: StaffView, words: string) => void;
  onReload: () => Promise<void>;
}) {
  const { w, m } = useWords();
  const { session, call } = useSession();
  const [asked, setAsked] = createSignal<StaffMove | null>(null);
  const [faults, setFaults] = createSignal<Fault[]>([]);
  const [trouble, setTrouble] = createSignal("");
  const [busy, setBusy] = createSignal(false);
  const move = () => asked() ?? "deactivate";
  const kept = createKeptTyping<TypedMove>(() => `person/${props.view.id}/${move()}`);
  const typed = () => kept.typed() ?? empty;
  const put = (change: Partial<TypedMove>) => kept.keep({ ...typed(), ...change });
  const successors = () =>
    props.colleagues.filter(
      ({ email, state }) =>
        state !== "deactivated" && email !== props.view.email && email !== session().email,
    );
  const asks = () => move() === "deactivate" || move() === "handOver";
  const close = () => {
    setAsked(null);
    setTrouble("");
    setFaults([]);
  };

  const make = async () => {
    if (busy()) return;
    setBusy(true);
    setTrouble("");
    setFaults([]);
    const made = move();
    const { reason, to } = typed();
    const form = made === "handOver" ? { to, reason } : made === "deactivate" ? { reason } : {};
    try {
      const view = await call(() => movePerson(props.view.id, made, props.view.version, form));
      kept.forget();
      close();
      props.onDone(view, w(`people.done.${made}`, { name: view.name }));
    } catch (error) {
      if (isProblem(error, "staff.invalid")) setFaults(error.errors);
      else if (isProblem(error, "version.conflict")) {
        await props.onReload();
        setTrouble(w("people.moveConflict"));
      } else if (error instanceof ProblemError && error.code !== "offline")
        setTrouble(w("dialog.refused", { why: m(`problem.${error.code}`) }));
      else setTrouble(w("dialog.network"));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Show when={props.view.moves.length > 0}>
      <section class="entry-section">
        <h2>{w("people.moves")}</h2>
        <div class="actions">
          <For each={props.view.moves}>
            {(each) => (
              <button type="button" class="button" onClick={() => setAsked(each)}>
                {w(`people.${each}`)}
              </button>
            )}
          </For>
        </div>
        <Dialog
          open={asked() !== null}
          title={`${w(`people.${move()}`)}: ${props.view.name}`}
          onClose={close}
        >
          <p>{w(`people.${move()}.what`, { name: props.view.name, email: props.view.email })}</p>
          <FaultsProvider faults={faults()}>
            <form
              novalidate
              onSubmit={(event) => {
                event.preventDefault();
                void make();
              }}
            >
              <Show when={move() === "handOver"}>
                <SelectField
                  pointer="/to"
                  label={w("people.successor")}
                  options={[
                    {
                      value: "",
                      name: w(successors().length > 0 ? "people.chooseSuccessor" : "people.noSuccessor"),
                    },
                    ...successors().map(({ id, name, email }) => ({ value: id, name: `${name} (${email})` })),
                  ]}
                  value={typed().to}
                  onChoose={(to) => put({ to })}
                />
                <OpenDossiers grants={props.view.grants} />
              </Show>
              <Show when={asks()}>
                <TextField
                  pointer="/reason"
                  label={w("people.reason")}
                  hint={w("people.reasonHint")}
                  rows={3}
                  value={typed().reason}
                  onInput={(reason) => put({ reason })}
                />
              </Show>
              <Show when={trouble()}>
                <p class="trouble" role="alert">
                  {trouble()}
                </p>
              </Show>
              <div class="actions">
                <button type="submit" class="button main" aria-disabled={busy()}>
                  {busy() ? w("dialog.sending") : w(`people.${move()}`)}
                </button>
                <button type="button" class="button" onClick={close}>
                  {w("dialog.cancel")}
                </button>
              </div>
            </form>
          </FaultsProvider>
        </Dialog>
      </section>
    </Show>
  );
}
