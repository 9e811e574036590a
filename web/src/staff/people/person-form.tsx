import { createSignal, Show } from "solid-js";
import { isSameGrant } from "#core/staff/grants.ts";
import type { StaffView } from "../../../../functions/api/staff/views.ts";
import { Button } from "../../button.tsx";
import { isProblem } from "../parts/api.ts";
import { FaultList } from "../parts/fault-list.tsx";
import { FaultsProvider, TextField } from "../parts/fields.tsx";
import { Trouble } from "../parts/messages.tsx";
import { createSavedForm } from "../parts/saved-input.ts";
import { createSending } from "../parts/sending.ts";
import { useSession } from "../parts/session.tsx";
import { useWords } from "../words/words.ts";
import { changePerson } from "./api.ts";
import { GrantsEditor } from "./grants-editor.tsx";
import { GrantList, useGrantWords } from "./person-parts.tsx";
import { composeGrant, type TypedGrant, typeGrant } from "./typed-grants.ts";

interface TypedPerson {
  name: string;
  grants: TypedGrant[];
}

export function PersonForm(props: {
  view: StaffView;
  councils: { id: string; name: string; unit: string }[];
  onSaved: (view: StaffView, words: string) => void;
  onReload: () => Promise<void>;
}) {
  const { w } = useWords();
  const { call } = useSession();
  const say = useGrantWords();
  const [conflict, setConflict] = createSignal(false);
  const stored = (): TypedPerson => ({ name: props.view.name, grants: props.view.grants.map(typeGrant) });
  const { typed, put, field, forget } = createSavedForm(() => `person/${props.view.id}`, stored);
  const isChanged = () => JSON.stringify(typed()) !== JSON.stringify(stored());
  const fixed = (grant: TypedGrant) => {
    const own = props.view.grants.find((each) => isSameGrant(each, composeGrant(grant)));
    return own && !own.yours ? say(own) : null;
  };

  const sending = createSending(async (error) => {
    if (!isProblem(error, "version.conflict")) return null;
    await props.onReload();
    setConflict(true);
    return {};
  });
  const save = async () => {
    const { name, grants } = typed();
    const form = { name, grants: grants.map(composeGrant) };
    const view = await call(() => changePerson(props.view.id, props.view.version, form));
    forget();
    setConflict(false);
    props.onSaved(view, w("people.saved", { name: view.name }));
  };

  return (
    <section class="entry-section">
      <h2>{w("people.grants")}</h2>
      <Show
        when={!props.view.own}
        fallback={
          <>
            <p class="soft">{w("people.own")}</p>
            <GrantList grants={props.view.grants} />
          </>
        }
      >
        <p class="soft">{w("people.grantsWhat")}</p>
        <FaultsProvider faults={sending.faults()}>
          <form
            novalidate
            onSubmit={(event) => {
              event.preventDefault();
              void sending.run(save);
            }}
          >
            <FaultList faults={sending.faults()} title={w("people.faults")} />
            <Show when={conflict()}>
              <div class="note bad" role="alert">
                <p>{w("people.conflict")}</p>
                <p>
                  {w("people.now", {
                    grants: `${props.view.name}: ${props.view.grants.map(say).join("; ")}`,
                  })}
                </p>
              </div>
            </Show>
            <div class="entry-grid names">
              <TextField label={w("people.name")} {...field("name")} />
            </div>
            <GrantsEditor
              grants={typed().grants}
              councils={props.councils}
              fixed={fixed}
              onChange={(grants) => put({ grants })}
            />
            <Show when={sending.trouble()}>
              <Trouble text={sending.trouble()} />
            </Show>
            <Show when={isChanged()}>
              <div class="actions">
                <button type="submit" class="button main" aria-disabled={sending.busy()}>
                  {sending.busy() ? w("dialog.sending") : w("people.save")}
                </button>
                <Button label={w("people.undo")} onClick={forget} />
              </div>
            </Show>
          </form>
        </FaultsProvider>
      </Show>
    </section>
  );
}
