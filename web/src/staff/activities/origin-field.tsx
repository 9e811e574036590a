import { createSignal, For, Show } from "solid-js";
import { originKinds } from "#core/activities/origin.ts";
import type { OriginListView, OriginView } from "../../../../functions/api/activities/views.ts";
import { Button } from "../../button.tsx";
import { today } from "../../server-time.ts";
import { RadioGroup } from "../parts/check-fields.tsx";
import { idOf, useFault } from "../parts/fields.tsx";
import { Choice, yearOptions } from "../parts/filters.tsx";
import { Status } from "../parts/messages.tsx";
import { useSession } from "../parts/session.tsx";
import { useWords } from "../words/words.ts";
import { findOrigins } from "./api.ts";

const firstYear = 2019;

export function OriginField(props: {
  pointer: string;
  label: string;
  /** Unit of the replication. */
  unit: string;
  value: OriginView | null;
  onChange: (origin: OriginView | null) => void;
  optional?: boolean;
}) {
  const { w, e } = useWords();
  const { call } = useSession();
  const fault = useFault(() => props.pointer, true);
  const thisYear = Number(today().slice(0, 4));
  const [kind, setKind] = createSignal<(typeof originKinds)[number]>(props.value?.kind ?? "initiative");
  const [year, setYear] = createSignal(thisYear);
  const [typed, setTyped] = createSignal("");
  const [found, setFound] = createSignal<OriginListView | null>(null);
  const [status, setStatus] = createSignal("");
  const search = async () => {
    setStatus(w("load.busy"));
    try {
      const list = await call(() =>
        findOrigins({
          unit: props.unit,
          kind: kind(),
          year: kind() === "initiative" ? String(year()) : null,
          q: typed().trim(),
        }),
      );
      setFound(list);
      setStatus(
        list.items.length === 0
          ? w("origins.none")
          : w(list.more ? "origins.foundMore" : "origins.found", { count: list.items.length }),
      );
    } catch {
      setFound(null);
      setStatus(w("load.failed"));
    }
  };
  return (
    <fieldset class="record-choices entry wide" classList={{ bad: fault() !== undefined }}>
      <legend>
        {props.label}
        <Show when={props.optional}>
          <span class="soft"> ({w("field.optional")})</span>
        </Show>
      </legend>
      <Show when={fault()}>{(at) => <p class="error">{e(at())}</p>}</Show>
      <Show when={props.value}>
        {(origin) => (
          <p>
            <b>{origin().title}</b> <span class="soft">{origin().unit.name}</span>{" "}
            <Button class="small" label={w("origins.drop")} onClick={() => props.onChange(null)} />
          </p>
        )}
      </Show>
      <Show when={props.value === null}>
        <RadioGroup
          class="record-choices"
          legend={w("origins.kind")}
          values={originKinds}
          value={kind()}
          labelOf={(each) => w(`origins.kind.${each}`)}
          onChange={(each) => {
            setKind(each);
            setFound(null);
            setStatus("");
          }}
        />
        <div class="origin-search">
          <Show when={kind() === "initiative"}>
            <Choice
              label={w("records.year")}
              options={yearOptions(firstYear, thisYear, year())}
              value={String(year())}
              onChoose={(chosen) => setYear(Number(chosen))}
            />
          </Show>
          <label>
            {w("origins.search")}
            <input
              id={idOf(props.pointer)}
              type="text"
              autocomplete="off"
              value={typed()}
              onInput={(event) => setTyped(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key !== "Enter") return;
                // Enter must not submit the surrounding form.
                event.preventDefault();
                void search();
              }}
            />
          </label>
          <Button label={w("origins.find")} onClick={() => void search()} />
        </div>
        <Status class="soft" text={status()} />
        <Show when={(found()?.items.length ?? 0) > 0}>
          <div class="origin-found">
            <For each={found()?.items}>
              {(origin) => (
                <label class="check">
                  <input
                    type="radio"
                    name={`${idOf(props.pointer)}-found`}
                    onChange={() => props.onChange(origin)}
                  />
                  <span>
                    {origin.title} <span class="soft">{origin.unit.name}</span>
                  </span>
                </label>
              )}
            </For>
          </div>
        </Show>
      </Show>
    </fieldset>
  );
}
