import { For, Show } from "solid-js";
import "./combobox.css";
import { type ComboboxProps, createCombobox } from "./combobox-state.ts";

/** Combobox with list autocomplete (ARIA Authoring Practices). The focus stays in the field. */
export function Combobox<Option>(props: ComboboxProps<Option>) {
  let input!: HTMLInputElement;
  let list!: HTMLDivElement;
  const { open, active, shown, optionId, show, choose, type, press, leave, clear, hiddenCount, pressList } =
    createCombobox(props, () => ({ input, list }));

  return (
    <div class="combobox">
      <input
        ref={input}
        id={props.id}
        type="text"
        role="combobox"
        autocomplete="off"
        autocapitalize="off"
        autocorrect="off"
        spellcheck={false}
        enterkeyhint="done"
        aria-expanded={open()}
        aria-controls={`${props.id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={open() && shown()[active()] !== undefined ? optionId(active()) : undefined}
        aria-describedby={props.describedBy}
        aria-invalid={props.invalid || undefined}
        aria-required={props.required}
        value={props.text}
        onInput={({ currentTarget }) => type(currentTarget.value)}
        onKeyDown={press}
        onFocus={() => props.chosen !== "" && input.select()}
        onClick={show}
        onBlur={leave}
      />
      <Show when={props.text !== ""}>
        <button type="button" class="combobox-clear" aria-label={props.words.clear} onClick={clear}>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="m3 3 10 10M13 3 3 13" />
          </svg>
        </button>
      </Show>
      <p class="visually-hidden" role="status">
        <Show when={open()}>
          {props.options.length > 0 ? props.words.found(props.options.length) : props.words.none}
        </Show>
      </p>
      {/* Prevents a blur before the click arrives. */}
      <div
        ref={list}
        class="options"
        classList={{ open: open() }}
        role="listbox"
        id={`${props.id}-list`}
        aria-label={props.label}
        onPointerDown={pressList}
        onMouseDown={(event) => event.preventDefault()}
      >
        <Show when={open()}>
          <For each={shown()} fallback={<p class="hint">{props.words.none}</p>}>
            {(option, i) => (
              // The input handles the keyboard and names the active option.
              // biome-ignore lint/a11y/useKeyWithClickEvents: see above
              // biome-ignore lint/a11y/useFocusableInteractive: see above
              <div
                role="option"
                id={optionId(i())}
                aria-selected={i() === active()}
                classList={{ chosen: props.keyOf(option) === props.chosen }}
                onClick={() => {
                  choose(option);
                  input.focus();
                }}
              >
                {props.render(option)}
              </div>
            )}
          </For>
          <Show when={hiddenCount() > 0}>
            <p class="hint">{props.words.more(hiddenCount())}</p>
          </Show>
        </Show>
      </div>
    </div>
  );
}
