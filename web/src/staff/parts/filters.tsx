import { createUniqueId, For, Show } from "solid-js";
import type { State } from "#core/initiatives/lifecycle.ts";
import { useWords } from "../words/words.ts";

/** Links, so that Back and shared URLs work. */
export function StateFilter(props: {
  states: readonly State[];
  state: State;
  hrefOf: (state: State) => string;
}) {
  const { w, m } = useWords();
  return (
    <nav class="states" aria-label={w("list.state")}>
      <ul>
        <For each={props.states}>
          {(state) => (
            <li>
              <a href={props.hrefOf(state)} aria-current={state === props.state ? "true" : undefined}>
                {m(`state.${state}`)}
              </a>
            </li>
          )}
        </For>
      </ul>
    </nav>
  );
}

/** Shows a single option as text. */
export function Choice(props: {
  label: string;
  options: { value: string; name: string }[];
  value: string;
  onChoose: (value: string) => void;
}) {
  const id = createUniqueId();
  return (
    <Show
      when={props.options.length > 1}
      fallback={<span class="only-one">{props.options[0]?.name ?? ""}</span>}
    >
      <label class="pick-one" for={id}>
        <span>{props.label}</span>
        <select id={id} onChange={(event) => props.onChoose(event.currentTarget.value)}>
          <For each={props.options}>
            {({ value, name }) => (
              <option value={value} selected={value === props.value}>
                {name}
              </option>
            )}
          </For>
        </select>
      </label>
    </Show>
  );
}

export function FilterChoice<Value extends string>(props: {
  label: string;
  /** Label of the choice without a filter. */
  all?: string;
  values: readonly Value[];
  nameOf: (value: Value) => string;
  value: Value | null;
  onChoose: (value: string) => void;
}) {
  const { w } = useWords();
  return (
    <Choice
      label={props.label}
      options={[
        { value: "", name: props.all ?? w("list.all") },
        ...props.values.map((value) => ({ value, name: props.nameOf(value) })),
      ]}
      value={props.value ?? ""}
      onChoose={props.onChoose}
    />
  );
}

export function BelowChoice(props: { below: boolean; onChoose: (below: string) => void }) {
  const { w } = useWords();
  return (
    <Choice
      label={w("records.below")}
      options={[
        { value: "1", name: w("records.below.1") },
        { value: "0", name: w("records.below.0") },
      ]}
      value={props.below ? "1" : "0"}
      onChoose={props.onChoose}
    />
  );
}

export function SearchChoice(props: {
  class: string;
  value: string | undefined;
  onInput: (q: string) => void;
}) {
  const { w } = useWords();
  return (
    <label class={`pick-one ${props.class}`}>
      <span>{w("records.search")}</span>
      <input
        type="search"
        autocomplete="off"
        value={props.value ?? ""}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
    </label>
  );
}

export function UnitChoice(props: {
  units: readonly { id: string; name: string }[];
  unit: string | null | undefined;
  onChoose: (unit: string) => void;
}) {
  const { w } = useWords();
  return (
    <Choice
      label={w("list.unit")}
      options={props.units.map(({ id, name }) => ({ value: id, name }))}
      value={props.unit ?? ""}
      onChoose={props.onChoose}
    />
  );
}

export function yearOptions(first: number, last: number, chosen: number): { value: string; name: string }[] {
  const years = Array.from({ length: last - first + 1 }, (_, i) => last - i);
  const all = years.includes(chosen) ? years : [...years, chosen].sort((a, b) => b - a);
  return all.map((year) => ({ value: String(year), name: String(year) }));
}

export function readYear(text: string | undefined, otherwise: number): number {
  return text !== undefined && /^(19|20|21)\d{2}$/.test(text) ? Number(text) : otherwise;
}
