import { createSignal, type JSX, onCleanup, onMount } from "solid-js";
import { watch } from "../watch.ts";
import { positionList } from "./list-position.ts";

export interface ComboboxProps<Option> {
  id: string;
  label: string;
  text: string;
  options: readonly Option[];
  keyOf: (option: Option) => string;
  /** Key of the chosen option, or empty. */
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

interface ComboboxElements {
  input: HTMLInputElement;
  list: HTMLElement;
}

export function createCombobox<Option>(props: ComboboxProps<Option>, elements: () => ComboboxElements) {
  const [open, setOpen] = createSignal(false);
  /** Index of the option that Enter chooses, or -1. */
  const [active, setActive] = createSignal(-1);
  let moved = false;
  /** While true, a blur must not close the list. */
  let pressed = false;

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
    elements().list.scrollTop = 0;
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
    // During text composition the input method handles these keys.
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
    // If no click follows, the pointer only scrolled the list.
    setTimeout(() => document.activeElement !== elements().input && open() && leave());
  };
  const clear = () => {
    props.onClear();
    close();
    elements().input.focus();
  };

  watch(open, (isOpen) => {
    if (!isOpen) return;
    onCleanup(positionList(elements().input, elements().list));
    document.getElementById(optionId(chosenIndex()))?.scrollIntoView({ block: "nearest" });
  });
  onMount(() => {
    document.addEventListener("pointerup", releasePointer);
    document.addEventListener("pointercancel", releasePointer);
    onCleanup(() => {
      document.removeEventListener("pointerup", releasePointer);
      document.removeEventListener("pointercancel", releasePointer);
    });
  });
  return {
    open,
    active,
    shown,
    optionId,
    show,
    choose,
    type,
    press,
    leave,
    clear,
    hiddenCount: () => Math.max(0, props.options.length - maximumOptions),
    pressList: () => {
      pressed = true;
    },
  };
}
