import { createSignal, For, Show } from "solid-js";
import { toBase64Url } from "#core/base/base64url.ts";
import type { UnitChangeForm } from "#core/units/change.ts";
import type { UnitChangeView, UnitView } from "../../../../functions/api/units/views.ts";
import { Button } from "../../button.tsx";
import { writeDay } from "../../dates.ts";
import { watch } from "../../watch.ts";
import { isProblem } from "../parts/api.ts";
import type { Fault } from "../parts/fields.tsx";
import { FormDialog } from "../parts/form-dialog.tsx";
import { createSavedInput } from "../parts/saved-input.ts";
import { createSending } from "../parts/sending.ts";
import { useSession } from "../parts/session.tsx";
import { useWords } from "../words/words.ts";
import { type ChangeBody, makeChange, previewChange } from "./api.ts";
import { type ChangeDraft, composeChange, draftFor } from "./change-draft.ts";
import { ChangeFields } from "./change-fields.tsx";
import type { TreeUnit } from "./tree.ts";

export function ChangeDialog(props: {
  kind: UnitChangeForm["kind"] | null;
  view: UnitView;
  units: readonly TreeUnit[];
  onClose: () => void;
  onConflict: () => void;
  onDone: (moves: boolean) => void;
}) {
  const { w } = useWords();
  const { call } = useSession();
  const kind = () => props.kind ?? "rename";
  const kept = createSavedInput<ChangeDraft>(() => `unit/${props.view.unit.id}/${kind()}`);
  const draft = () => kept.typed() ?? draftFor(props.view.unit, kind());
  const [preview, setPreview] = createSignal<{ body: ChangeBody; view: UnitChangeView } | null>(null);
  watch(
    () => props.kind,
    () => setPreview(null),
  );
  const compose = (): ChangeBody => ({
    id: toBase64Url(crypto.getRandomValues(new Uint8Array(16))),
    version: props.view.version,
    document: draft().document,
    change: composeChange(props.view.unit, kind(), draft(), props.units),
  });
  const sending = createSending((error) => {
    if (isProblem(error, "unitChange.invalid")) {
      setPreview(null);
      return { faults: error.errors.flatMap((each) => toField(each, error.errors)) };
    }
    if (!isProblem(error, "version.conflict")) return null;
    setPreview(null);
    props.onConflict();
    return { trouble: w("units.conflict") };
  });
  const send = async () => {
    const seen = preview();
    if (seen) {
      const done = await call(() => makeChange(seen.body));
      kept.forget();
      props.onDone(done.job !== null);
    } else {
      const body = compose();
      setPreview({ body, view: await call(() => previewChange(body)) });
    }
  };
  return (
    <FormDialog
      open={props.kind !== null}
      wide
      title={`${w(`units.do.${kind()}`)}: ${props.view.unit.name}`}
      sending={sending}
      onSend={send}
      action={w(preview() ? "units.confirm" : "units.preview")}
      onClose={props.onClose}
      footer={
        <Show when={preview()}>
          <Button label={w("units.back")} onClick={() => setPreview(null)} />
        </Show>
      }
    >
      <Show
        when={preview()}
        fallback={
          <ChangeFields
            kind={kind()}
            unit={props.view.unit}
            units={props.units}
            draft={draft()}
            onChange={(change) => kept.keep({ ...draft(), ...change })}
          />
        }
      >
        {(seen) => <ChangePreview view={seen().view} on={seen().body.change.on} />}
      </Show>
    </FormDialog>
  );
}

/** A unit's id derives from its name, so faults of the id are shown at the name. */
function toField(fault: Fault, all: readonly Fault[]): Fault[] {
  if (!fault.pointer.endsWith("/id")) return [fault];
  const pointer = fault.pointer.replace(/id$/, "name");
  return all.some((each) => each.pointer === pointer) ? [] : [{ ...fault, pointer }];
}

function ChangePreview(props: { view: UnitChangeView; on: string }) {
  const { w } = useWords();
  let heading: HTMLHeadingElement | undefined;
  queueMicrotask(() => heading?.focus());
  const moving = () => props.view.moves.filter(({ open }) => open > 0);
  return (
    <section>
      <h3 ref={heading} tabindex="-1">
        {w("units.will")}
      </h3>
      <ul>
        <For each={props.view.units}>
          {({ name, ended, founded }) => (
            <li>
              {w(ended ? "units.will.ended" : founded ? "units.will.founded" : "units.will.unit", {
                name,
                on: writeDay(props.on),
              })}
            </li>
          )}
        </For>
        <For each={moving()} fallback={<li>{w("units.will.noMoves")}</li>}>
          {({ from, to, campaign, open }) => (
            <li>
              {w("units.will.moves", { count: open, from: from.name, to: to.name, campaign: campaign.name })}
            </li>
          )}
        </For>
      </ul>
    </section>
  );
}
