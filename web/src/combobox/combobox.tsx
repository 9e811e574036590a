import { createEffect, createSignal, For, type JSX, on, onCleanup, onMount, Show } from "solid-js";
import "./combobox.css";
import { positionList } from "./list-position.ts";

export interface ComboboxProps<Option> {
  id: string;
  label: string;
  text: string;
  options: readonly Option[];
  keyOf: (option: Option) => string;
  /** A key, or empty. */
  chosen: string;
  render: (option: Option) => JSX.Element;
  onType: (text: string) => void;
  onChoose: (option: Option) => void;
  onClear: () => void;
  onLeave?: () => void;
  words: { found: (count: number) => string; none: string; more: (count: number) => string; clear: string };
  describedBy?: string | undefined;
  invalid?: boolean;
  required?: boolean;
}

const maximumOptions = 100;
const pageOfOptions = 8;

/** Combobox with list autocomplete (ARIA Authoring Practices). The focus stays in the field. */
export function Combobox<Option>(props: ComboboxProps<Option>) {
  const [open, setOpen] = createSignal(false);
  /** The option that Enter chooses, or -1. */
  const [active, setActive] = createSignal(-1);
  let moved = false;
  /** A pointer is down in the list: a blur must not close it. */
  let pressed = false;
  let input!: HTMLInputElement;
  let list!: HTMLDivElement;

  const shown = () => props.options.slice(0, maximumOptions);
  const optionId = (index: number) => `${props.id}-option-${index}`;
  const show = () => {
    if (open()) return;
    moved = false;
    setActive(props.text === "" || props.chosen !== "" ? -1 : 0);
    setOpen(true);
  };
  const close = () => {
    moved = false;
    setOpen(false);
  };
  const choose = (option: Option | undefined) => {
    if (option === undefined) return;
    props.onChoose(option);
    close();
  };
  const goTo = (index: number) => {
    const last = shown().length - 1;
    if (last < 0) return;
    moved = true;
    setActive(index < 0 ? last : index > last ? 0 : index);
    document.getElementById(optionId(active()))?.scrollIntoView({ block: "nearest" });
  };
  const type = (text: string) => {
    props.onType(text);
    moved = false;
    setActive(text.trim() === "" ? -1 : 0);
    setOpen(true);
    list.scrollTop = 0;
  };

  const keysWhenOpen: Record<string, () => void> = {
    ArrowDown: () => goTo(active() + 1),
    ArrowUp: () => goTo(active() - 1),
    Home: () => goTo(0),
    End: () => goTo(shown().length - 1),
    PageDown: () => goTo(Math.min(active() + pageOfOptions, shown().length - 1)),
    PageUp: () => goTo(Math.max(active() - pageOfOptions, 0)),
    Enter: () => (active() < 0 ? close() : choose(shown()[active()])),
    Escape: close,
  };
  const keysWhenClosed: Record<string, () => void> = {
    ArrowDown: () => {
      show();
      if (active() < 0) goTo(Math.max(0, chosenIndex()));
    },
    ArrowUp: () => {
      show();
      goTo(chosenIndex() < 0 ? shown().length - 1 : chosenIndex());
    },
  };
  const press = (event: KeyboardEvent) => {
    // During composition these keys belong to the input method.
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    if (event.key === "Tab") {
      if (open() && moved) choose(shown()[active()]);
      return;
    }
    const act = event.altKey
      ? event.key === "ArrowUp" && open()
        ? close
        : event.key === "ArrowDown" && !open()
          ? show
          : undefined
      : (open() ? keysWhenOpen : keysWhenClosed)[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  const chosenIndex = () => shown().findIndex((option) => props.keyOf(option) === props.chosen);

  const leave = () => {
    if (pressed) return;
    close();
    props.onLeave?.();
  };
  const releasePointer = () => {
    if (!pressed) return;
    pressed = false;
    // Without a click the pointer only scrolled.
    setTimeout(() => document.activeElement !== input && open() && leave());
  };
  const clear = () => {
    props.onClear();
    close();
    input.focus();
  };

  createEffect(
    on(open, (isOpen) => {
      if (!isOpen) return;
      onCleanup(positionList(input, list));
      document.getElementById(optionId(chosenIndex()))?.scrollIntoView({ block: "nearest" });
    }),
  );
  onMount(() => {
    document.addEventListener("pointerup", releasePointer);
    document.addEventListener("pointercancel", releasePointer);
    onCleanup(() => {
      document.removeEventListener("pointerup", releasePointer);
      document.removeEventListener("pointercancel", releasePointer);
    });
  });

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
        onPointerDown={() => {
          pressed = true;
        }}
        onMouseDown={(event) => event.preventDefault()}
      >
        <Show when={open()}>
          <For each={shown()} fallback={<p class="hint">{props.words.none}</p>}>
            {(option, i) => (
              // The keyboard is the input's, which names the active option.
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
          <Show when={props.options.length > maximumOptions}>
            <p class="hint">{props.words.more(props.options.length - maximumOptions)}</p>
          </Show>
        </Show>
      </div>
    </div>
  );
}
