import { createContext, type JSX, onCleanup, Show, useContext } from "solid-js";
import type { FieldError } from "#core/base/problems.ts";
import { useWords } from "../words/words.ts";

export type Fault = FieldError & { detail?: string };

const Faults = createContext<() => Fault[]>(() => []);

/** Stores unreadable text of number fields by pointer, with the form's value at that time. */
export interface SavedTexts {
  read(pointer: string, value: number | null): string | null;
  keep(pointer: string, text: string | null, value: number | null): void;
}

/** Fields with unreadable text. They block sending. */
export interface Unread {
  add(fault: () => Fault | null): void;
  faults(): Fault[];
  /** Keeps the text across reloads. */
  texts: SavedTexts | undefined;
}

const UnreadFields = createContext<Unread>();

export function createUnread(texts?: SavedTexts): Unread {
  const readings = new Set<() => Fault | null>();
  return {
    add: (fault) => {
      readings.add(fault);
      onCleanup(() => readings.delete(fault));
    },
    faults: () => [...readings].flatMap((fault) => fault() ?? []),
    texts,
  };
}

export const useUnread = () => useContext(UnreadFields);

/** Fields inside find their fault by pointer and report unreadable text to `unread`. */
export function FaultsProvider(props: {
  faults: Fault[];
  unread?: Unread | undefined;
  children: JSX.Element;
}) {
  return (
    <UnreadFields.Provider value={props.unread}>
      <Faults.Provider value={() => props.faults}>{props.children}</Faults.Provider>
    </UnreadFields.Provider>
  );
}

export const idOf = (pointer: string) => `at${pointer.replaceAll("/", "-")}`;

/** Fault at a pointer; `deep` includes pointers below it. */
export function useFault(pointer: () => string, deep = false): () => Fault | undefined {
  const faults = useContext(Faults);
  return () =>
    faults().find(
      (fault) => fault.pointer === pointer() || (deep && fault.pointer.startsWith(`${pointer()}/`)),
    );
}

export interface Frame {
  /** Pointer into the sent form (RFC 6901). */
  pointer: string;
  label: string;
  hint?: string | undefined;
  /** Hides the label when a table header shows it. */
  bare?: boolean;
  optional?: boolean;
  class?: string;
}

export const bindFields =
  <T extends object>(form: () => T, change: (change: Partial<T>) => void, base = "") =>
  <K extends keyof T & string>(name: K) => ({
    pointer: `${base}/${name}`,
    value: form()[name],
    onInput: (value: T[K]) => change({ [name]: value } as unknown as Partial<T>),
  });

interface Control {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": boolean;
}

export function Field(
  props: Frame & {
    /** Replaces the form's fault for this pointer. */
    fault?: () => Fault | undefined;
    children: (control: () => Control) => JSX.Element;
  },
) {
  const { w, e } = useWords();
  const formFault = useFault(() => props.pointer);
  const fault = () => (props.fault ? props.fault() : formFault());
  const id = () => idOf(props.pointer);
  const control = (): Control => ({
    id: id(),
    "aria-describedby":
      [props.hint ? `${id()}-hint` : "", fault() ? `${id()}-fault` : ""].filter(Boolean).join(" ") ||
      undefined,
    "aria-invalid": fault() !== undefined,
  });
  return (
    <div class={`entry ${props.class ?? ""}`} classList={{ bad: fault() !== undefined }}>
      <label for={id()} classList={{ "visually-hidden": props.bare ?? false }}>
        {props.label}
        <Show when={props.optional}>
          <span class="soft"> ({w("field.optional")})</span>
        </Show>
      </label>
      <Show when={props.hint}>
        <p class="hint" id={`${id()}-hint`}>
          {props.hint}
        </p>
      </Show>
      <Show when={fault()}>
        {(found) => (
          <p class="error" id={`${id()}-fault`}>
            {e(found())}
          </p>
        )}
      </Show>
      {props.children(control)}
    </div>
  );
}

export function TextField(
  props: Frame & {
    value: string;
    onInput: (value: string) => void;
    rows?: number | undefined;
    list?: string;
    disabled?: boolean;
  },
) {
  return (
    <Field {...props}>
      {(control) => (
        <Show
          when={props.rows}
          fallback={
            <input
              {...control()}
              type="text"
              autocomplete="off"
              list={props.list}
              value={props.value}
              disabled={props.disabled}
              onInput={(event) => props.onInput(event.currentTarget.value)}
            />
          }
        >
          <textarea
            {...control()}
            rows={props.rows}
            value={props.value}
            onInput={(event) => props.onInput(event.currentTarget.value)}
          />
        </Show>
      )}
    </Field>
  );
}

/** Day as YYYY-MM-DD; "" when empty. */
export function DayField(
  props: Frame & { value: string; onInput: (value: string) => void; disabled?: boolean },
) {
  return (
    <Field {...props}>
      {(control) => (
        <input
          {...control()}
          type="date"
          min="1990-01-01"
          max="2200-12-31"
          value={props.value}
          disabled={props.disabled}
          onInput={(event) => props.onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

export function SelectField(
  props: Frame & {
    value: string;
    options: { value: string; name: string }[];
    onInput: (value: string) => void;
    disabled?: boolean;
  },
) {
  return (
    <Field {...props}>
      {(control) => (
        <select
          {...control()}
          disabled={props.disabled}
          onChange={(event) => props.onInput(event.currentTarget.value)}
        >
          {props.options.map(({ value, name }) => (
            <option value={value} selected={value === props.value}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
