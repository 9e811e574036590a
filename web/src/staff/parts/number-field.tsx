import { createMemo, createSignal, createUniqueId, For, Show } from "solid-js";
import { type NumberReading, readNumber, scaleOf, toTypedNumber } from "#core/base/typed-number.ts";
import { Button } from "../../button.tsx";
import { watchChanges } from "../../watch.ts";
import { useWords } from "../words/words.ts";
import { type Fault, Field, type Frame, useFault, useUnread } from "./fields.tsx";
import { formatNumber } from "./numbers.ts";

const ownCodes = "number.";

const codes = {
  invalid: "number.invalid",
  fraction: "number.fraction",
  qualified: "number.qualified",
  large: "number.large",
} as const;

/**
 * Number input in Vietnamese notation (1.900 is 1900) in every language. The user must confirm ambiguous text.
 * `onInput` gets null for an empty field.
 */
export function NumberField(
  props: Frame & {
    value: number | null;
    onInput: (value: number | null) => void;
    /** Allows decimals, which makes 1.900 ambiguous. */
    decimals?: boolean;
    measure?: string;
    /** For years: no thousands separators; the parsed value is not shown. */
    year?: boolean;
    disabled?: boolean;
  },
) {
  const { w, language } = useWords();
  const unread = useUnread();
  const formFault = useFault(() => props.pointer);
  const textFor = (value: number | null) => unread?.texts?.read(props.pointer, value) ?? writeValue(value);
  const [typed, setTyped] = createSignal(textFor(props.value));
  const [left, setLeft] = createSignal(false);
  const echoId = createUniqueId();
  let input: HTMLInputElement | undefined;

  const read = () => readNumber(typed(), { decimals: props.decimals ?? false });
  const reading = createMemo<NumberReading>(read, read(), {
    equals: (a, b) => JSON.stringify(a) === JSON.stringify(b),
  });
  const write = (value: number) => formatNumber(value, language(), 6);
  const own = (): Fault | null => {
    const { pointer } = props;
    const read = reading();
    if (read.kind === "number" || read.kind === "empty") return null;
    if (read.kind !== "unclear") return { pointer, code: codes[read.kind], detail: w(codes[read.kind]) };
    const [first = 0, second] = read.readings;
    const detail =
      second === undefined
        ? w("number.confirm", { typed: typed().trim(), first: write(first) })
        : w("number.unclear", { typed: typed().trim(), first: write(first), second: write(second) });
    return { pointer, code: "number.unclear", detail };
  };
  unread?.add(own);
  const fault = () => {
    const found = formFault();
    const isOwn = found?.code.startsWith(ownCodes) ?? false;
    if (left() || isOwn) return own() ?? (isOwn ? undefined : found);
    return found;
  };

  // Shows values set from outside; a value parsed from this field keeps the typed text.
  watchChanges(
    () => props.value,
    (value) => {
      if (!isSame(numberIn(reading()), value)) setTyped(textFor(value));
    },
  );
  watchChanges(typed, (text) => {
    const isRead = numberIn(reading()) !== undefined;
    unread?.texts?.keep(props.pointer, isRead ? null : text, props.value);
  });
  watchChanges(reading, (read) => {
    if (read.kind !== "number" && read.kind !== "empty") return;
    const value = numberIn(read) ?? null;
    if (!isSame(value, props.value)) props.onInput(value);
  });
  const choose = (value: number) => {
    setTyped(toTypedNumber(value));
    input?.focus();
  };
  const choices = () => {
    const read = reading();
    return read.kind === "unclear" && fault() ? read.readings : [];
  };
  const echo = () => {
    const value = numberIn(reading());
    if (props.year || value === null || value === undefined) return "";
    const measure = props.measure?.trim() ?? "";
    if (measure === "" && Math.abs(value) < 1_000) return "";
    const scale = scaleOf(value);
    const scaled = scale
      ? ` (${write(scale.value)} ${w(`number.scale.${scale.name}`)}${measure ? ` ${measure}` : ""})`
      : "";
    return `= ${write(value)}${measure ? ` ${measure}` : ""}${scaled}`;
  };

  return (
    <Field {...props} fault={fault}>
      {(control) => (
        <>
          <Show when={choices().length > 0}>
            <p class="readings">
              <For each={choices()}>
                {(value) => (
                  <Button
                    class="small"
                    label={w("number.take", { value: write(value) })}
                    onClick={() => choose(value)}
                  />
                )}
              </For>
            </p>
          </Show>
          <input
            {...control()}
            ref={input}
            aria-describedby={
              [control()["aria-describedby"], echo() ? echoId : ""].filter(Boolean).join(" ") || undefined
            }
            type="text"
            inputmode="decimal"
            autocomplete="off"
            value={typed()}
            disabled={props.disabled}
            onInput={(event) => {
              setLeft(false);
              setTyped(event.currentTarget.value);
            }}
            onChange={() => setLeft(true)}
          />
          <p class="echo" id={echoId} aria-live="polite">
            {echo()}
          </p>
        </>
      )}
    </Field>
  );
}

const writeValue = (value: number | null) => (value === null ? "" : toTypedNumber(value));

/** Returns null for an empty field, undefined if the text is not a number. */
function numberIn(reading: NumberReading): number | null | undefined {
  if (reading.kind === "empty") return null;
  return reading.kind === "number" ? reading.value : undefined;
}

/** Null and NaN both mean that the field has no number. */
const isSame = (a: number | null | undefined, b: number | null) => a === b || (a === null && Number.isNaN(b));
