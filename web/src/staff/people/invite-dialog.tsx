import { createSignal, Show } from "solid-js";
import type { StaffView } from "../../../../functions/api/staff-views.ts";
import { ProblemError } from "../../api.ts";
import { Dialog } from "../dialog.tsx";
import { createKeptTyping } from "../kept-typing.ts";
import { FaultList } from "../parts/fault-list.tsx";
import { type Fault, FaultsProvider, TextField } from "../parts/fields.tsx";
import { isProblem } from "../requests.ts";
import { useSession } from "../session.tsx";
import { useWords } from "../words.ts";
import { GrantsEditor } from "./grants-editor.tsx";
import { invitePerson } from "./requests.ts";
import { composeGrant, type TypedGrant } from "./typed-grants.ts";

/** An invitation that is being typed; its id makes sending it again the same request. */
interface TypedInvitation {
  id: string;
  name: string;
  email: string;
  grants: TypedGrant[];
}

/** Asks whom to invite and as what, and has the letter sent. What is typed stays until then. */
export function InviteDialog(props: {
  open: boolean;
  /** The unit that the list is of. */
  unit: string;
  councils: { id: string; name: string; unit: string }[];
  onClose: () => void;
  onInvited: (person: StaffView) => void;
}) {
  const { w, m } = useWords();
  const { call } = useSession();
  const kept = createKeptTyping<TypedInvitation>(() => "invitation");
  const [faults, setFaults] = createSignal<Fault[]>([]);
  const [trouble, setTrouble] = createSignal("");
  const [busy, setBusy] = createSignal(false);
  const empty = (): TypedInvitation => ({
    id: crypto.randomUUID(),
    name: "",
    email: "",
    grants: [{ role: "reviewer", unit: props.unit, council: "" }],
  });
  const typed = () => kept.typed() ?? empty();
  const put = (change: Partial<TypedInvitation>) => kept.keep({ ...typed(), ...change });

  const send = async () => {
    if (busy()) return;
    setBusy(true);
    setTrouble("");
    const { id, name, email, grants } = typed();
    // From here on the id is kept, so that whatever becomes of the answer, this is sent once.
    put({ id });
    try {
      const person = await call(() =>
        invitePerson({ id, name, email: email.trim(), grants: grants.map(composeGrant) }),
      );
      kept.forget();
      setFaults([]);
      props.onInvited(person);
    } catch (error) {
      if (isProblem(error, "staff.invalid")) setFaults(error.errors);
      else if (isProblem(error, "staff.taken"))
        setFaults([{ pointer: "/email", code: "people.taken", detail: w("people.taken") }]);
      else if (error instanceof ProblemError && error.code !== "offline")
        setTrouble(w("dialog.refused", { why: m(`problem.${error.code}`) }));
      else setTrouble(w("dialog.network"));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Dialog open={props.open} title={w("people.inviteTitle")} onClose={props.onClose} wide>
      <p>{w("people.inviteWhat")}</p>
      <FaultsProvider faults={faults()}>
        <form
          novalidate
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
        >
          <FaultList faults={faults()} title={w("people.faults")} />
          <div class="entry-grid names">
            <TextField
              pointer="/name"
              label={w("people.name")}
              value={typed().name}
              onInput={(name) => put({ name })}
            />
            <TextField
              pointer="/email"
              label={w("people.email")}
              value={typed().email}
              onInput={(email) => put({ email })}
            />
          </div>
          <GrantsEditor
            grants={typed().grants}
            councils={props.councils}
            fixed={() => null}
            onChange={(grants) => put({ grants })}
          />
          <Show when={trouble()}>
            <p class="trouble" role="alert">
              {trouble()}
            </p>
          </Show>
          <div class="actions">
            <button type="submit" class="button main" aria-disabled={busy()}>
              {busy() ? w("dialog.sending") : w("people.send")}
            </button>
            <button type="button" class="button" onClick={() => props.onClose()}>
              {w("dialog.cancel")}
            </button>
          </div>
        </form>
      </FaultsProvider>
    </Dialog>
  );
}
