import type { StaffView } from "../../../../functions/api/staff/views.ts";
import { isProblem } from "../parts/api.ts";
import { TextField } from "../parts/fields.tsx";
import { FormDialog } from "../parts/form-dialog.tsx";
import { createSavedForm } from "../parts/saved-input.ts";
import { createSending } from "../parts/sending.ts";
import { useSession } from "../parts/session.tsx";
import { useWords } from "../words/words.ts";
import { invitePerson } from "./api.ts";
import { GrantsEditor } from "./grants-editor.tsx";
import { composeGrant, type TypedGrant } from "./typed-grants.ts";

interface TypedInvitation {
  id: string;
  name: string;
  email: string;
  grants: TypedGrant[];
}

export function InviteDialog(props: {
  open: boolean;
  unit: string;
  councils: { id: string; name: string; unit: string }[];
  onClose: () => void;
  onInvited: (person: StaffView) => void;
}) {
  const { w } = useWords();
  const { call } = useSession();
  const empty = (): TypedInvitation => ({
    id: crypto.randomUUID(),
    name: "",
    email: "",
    grants: [{ role: "reviewer", unit: props.unit, council: "" }],
  });
  const { typed, put, field, forget } = createSavedForm(() => "invitation", empty);
  const sending = createSending((error) =>
    isProblem(error, "staff.taken")
      ? { faults: [{ pointer: "/email", code: "people.taken", detail: w("people.taken") }] }
      : null,
  );
  const send = async () => {
    const { id, name, email, grants } = typed();
    // Keeps the id, so that a retry sends only once.
    put({ id });
    const person = await call(() =>
      invitePerson({ id, name, email: email.trim(), grants: grants.map(composeGrant) }),
    );
    forget();
    props.onInvited(person);
  };

  return (
    <FormDialog
      open={props.open}
      title={w("people.invite")}
      wide
      lead={<p>{w("people.inviteWhat")}</p>}
      sending={sending}
      onSend={send}
      action={w("people.send")}
      onClose={props.onClose}
      cancel={w("dialog.later")}
    >
      <div class="entry-grid names">
        <TextField label={w("people.name")} {...field("name")} />
        <TextField label={w("people.email")} {...field("email")} />
      </div>
      <GrantsEditor
        grants={typed().grants}
        councils={props.councils}
        fixed={() => null}
        onChange={(grants) => put({ grants })}
      />
    </FormDialog>
  );
}
