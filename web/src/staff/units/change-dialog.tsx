import { createEffect, createSignal, For, on, Show } from "solid-js";
import type { UnitChangeView, UnitView } from "../../../../functions/api/views.ts";
import { toBase64Url } from "../../../../functions/core/base64url.ts";
import type { UnitChangeForm } from "../../../../functions/core/unit-change.ts";
import { ProblemError } from "../../api.ts";
import { writeDay } from "../../dates.ts";
import { Dialog } from "../dialog.tsx";
import { FaultList } from "../parts/fault-list.tsx";
import { type Fault, FaultsProvider } from "../parts/fields.tsx";
import { isProblem } from "../requests.ts";
import { useSession } from "../session.tsx";
import { useWords } from "../words.ts";
import { type ChangeDraft, composeChange, draftFor } from "./change-draft.ts";
import { ChangeFields } from "./change-fields.tsx";
import { type ChangeBody, makeChange, previewChange } from "./requests.ts";
import type { TreeUnit } from "./tree.ts";

type Kind = UnitChangeForm["kind"];

/** Asks for what a change needs, shows what it will do, and only then does it. What is typed stays until it is done. */
export function ChangeDialog(props: {
  kind: Kind | null;
  view: UnitView;
  units: readonly TreeUnit[];
  onClose: () => void;
  onConflict: () => void;
  onDone: (moves: boolean) => void;
}) {
  const { w, m } = useWords();
  const { call } = useSession();
  const [draft, setDraft] = createSignal<ChangeDraft>(draftFor(props.view.unit, "rename"));
  const [faults, setFaults] = createSignal<Fault[]>([]);
  const [trouble, setTrouble] = createSignal("");
  const [busy, setBusy] = createSignal(false);
  const [preview, setPreview] = createSignal<{ body: ChangeBody; view: UnitChangeView } | null>(null);
  createEffect(
    on(
      () => props.kind,
      (kind) => {
        setDraft(draftFor(props.view.unit, kind ?? "rename"));
        setFaults([]);
        setTrouble("");
        setPreview(null);
      },
    ),
  );
  const compose = (): ChangeBody => ({
    id: toBase64Url(crypto.getRandomValues(new Uint8Array(16))),
    version: props.view.version,
    document: draft().document,
    change: composeChange(props.view.unit, props.kind ?? "rename", draft(), props.units),
  });
  const send = async () => {
    setBusy(true);
    setTrouble("");
    setFaults([]);
    try {
      const seen = preview();
      if (seen) {
        const done = await call(() => makeChange(seen.body));
        props.onDone(done.job !== null);
      } else {
        const body = compose();
        setPreview({ body, view: await call(() => previewChange(body)) });
      }
    } catch (error) {
      explain(error);
    } finally {
      setBusy(false);
    }
  };
  const explain = (error: unknown) => {
    if (isProblem(error, "unitChange.invalid")) {
      setPreview(null);
      setFaults(error.errors.flatMap((each) => toField(each, error.errors)));
    } else if (isProblem(error, "version.conflict")) {
      setPreview(null);
      setTrouble(w("units.conflict"));
      props.onConflict();
    } else if (error instanceof ProblemError && error.code !== "offline")
      setTrouble(w("units.refused", { why: m(`problem.${error.code}`) }));
    else setTrouble(w("units.network"));
  };
  return (
    <Dialog
      open={props.kind !== null}
      wide
      title={`${w(`units.do.${props.kind ?? "rename"}`)}: ${props.view.unit.name}`}
      onClose={props.onClose}
    >
      <form
        novalidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy()) void send();
        }}
      >
        <FaultList faults={faults()} title={w("units.errors", { count: faults().length })} />
        <Show
          when={preview()}
          fallback={
            <FaultsProvider faults={faults()}>
              <ChangeFields
                kind={props.kind ?? "rename"}
                unit={props.view.unit}
                units={props.units}
                draft={draft()}
                onChange={(change) => setDraft({ ...draft(), ...change })}
              />
            </FaultsProvider>
          }
        >
          {(seen) => <WhatWillHappen view={seen().view} on={seen().body.change.on} />}
        </Show>
        <p class="trouble" role="alert">
          {trouble()}
        </p>
        <div class="actions">
          <button type="submit" class="button main" aria-disabled={busy()}>
            {w(preview() ? "units.confirm" : "units.preview")}
          </button>
          <Show when={preview()}>
            <button type="button" class="button" onClick={() => setPreview(null)}>
              {w("units.back")}
            </button>
          </Show>
          <button type="button" class="button quiet" onClick={() => props.onClose()}>
            {w("units.cancel")}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** The ids of new units come of their names: what is wrong with the one is mended in the other, and said once. */
function toField(fault: Fault, all: readonly Fault[]): Fault[] {
  if (!fault.pointer.endsWith("/id")) return [fault];
  const pointer = fault.pointer.replace(/id$/, "name");
  return all.some((each) => each.pointer === pointer) ? [] : [{ ...fault, pointer }];
}

function WhatWillHappen(props: { view: UnitChangeView; on: string }) {
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
