import { createUniqueId, For, Show } from "solid-js";
import { useWords } from "../words/words.ts";
import { idOf, useFault } from "./fields.tsx";

export function Check(props: {
  label: string;
  checked: boolean;
  disabled?: boolean | undefined;
  id?: string;
  invalid?: boolean;
  onChange: (checked: boolean) => void;
}) {
  return (
    <label class="check">
      <input
        type="checkbox"
        id={props.id}
        checked={props.checked}
        disabled={props.disabled}
        aria-invalid={props.invalid}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      <span>{props.label}</span>
    </label>
  );
}

export function CheckField(props: {
  pointer: string;
  label: string;
  checked: boolean;
  disabled?: boolean;
  onChange: (checked: boolean) => void;
}) {
  const { e } = useWords();
  const fault = useFault(() => props.pointer);
  return (
    <div class="entry" classList={{ bad: fault() !== undefined }}>
      <Check {...props} id={idOf(props.pointer)} invalid={fault() !== undefined} />
      <Show when={fault()}>{(found) => <p class="error">{e(found())}</p>}</Show>
    </div>
  );
}

export function RadioGroup<Value extends string>(props: {
  class?: string;
  legend: string;
  values: readonly Value[];
  value: Value;
  labelOf: (value: Value) => string;
  onChange: (value: Value) => void;
}) {
  const name = createUniqueId();
  return (
    <fieldset class={props.class}>
      <legend>{props.legend}</legend>
      <For each={props.values}>
        {(value) => (
          <label class="check">
            <input
              type="radio"
              name={name}
              checked={props.value === value}
              onChange={() => props.onChange(value)}
            />
            {props.labelOf(value)}
          </label>
        )}
      </For>
    </fieldset>
  );
}
