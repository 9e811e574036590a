import { For, type JSX, Show } from "solid-js";
import { useText, type Word } from "../../language.tsx";
import { useForm } from "./form-context.tsx";
import { fieldId } from "./steps/steps.ts";

interface FieldProps {
  /** RFC 6901 pointer into the application. */
  pointer: string;
  label: string;
  hint?: string;
  optional?: boolean;
  /** Required only while a related field is empty. */
  either?: boolean;
}

export function describedBy(pointer: string, hint: boolean, error: boolean): string | undefined {
  const ids = [hint && `${fieldId(pointer)}-hint`, error && `${fieldId(pointer)}-error`].filter(Boolean);
  return ids.length > 0 ? ids.join(" ") : undefined;
}

export function FieldFault(props: { pointer: string }) {
  const { errorAt } = useForm();
  const { find } = useText();
  return (
    <Show when={errorAt(props.pointer)}>
      {(error) => (
        <p class="error" id={`${fieldId(props.pointer)}-error`}>
          {find(error().code, error().params) ?? error().code}
        </p>
      )}
    </Show>
  );
}

export function OptionalMark() {
  const { t } = useText();
  return (
    <>
      {" "}
      <span class="optional">({t("form.optional")})</span>
    </>
  );
}

export function Field(props: FieldProps & { children: JSX.Element; class?: string }) {
  const { errorAt } = useForm();
  return (
    <div class={`field ${props.class ?? ""}`} classList={{ bad: errorAt(props.pointer) !== null }}>
      <label for={fieldId(props.pointer)}>
        {props.label}
        <Show when={props.optional}>
          <OptionalMark />
        </Show>
      </label>
      <Show when={props.hint}>
        <p class="hint" id={`${fieldId(props.pointer)}-hint`}>
          {props.hint}
        </p>
      </Show>
      <FieldFault pointer={props.pointer} />
      {props.children}
    </div>
  );
}

interface TextProps extends FieldProps {
  value: string;
  onType: (text: string) => void;
  class?: string;
  type?: "text" | "tel" | "email";
  inputmode?: "numeric" | "decimal" | "tel" | "email";
  autocomplete?: string;
}

export function TextField(props: TextProps) {
  const { errorAt } = useForm();
  return (
    <Field {...props}>
      <input
        id={fieldId(props.pointer)}
        type={props.type ?? "text"}
        value={props.value}
        inputmode={props.inputmode}
        autocomplete={props.autocomplete ?? "off"}
        aria-describedby={describedBy(props.pointer, Boolean(props.hint), errorAt(props.pointer) !== null)}
        aria-invalid={errorAt(props.pointer) !== null || undefined}
        aria-required={!(props.optional || props.either)}
        onInput={({ currentTarget }) => props.onType(currentTarget.value)}
      />
    </Field>
  );
}

/** Share of the maximum length above which the length is shown. */
const tellFrom = 0.9;

export function LongTextField(props: Omit<TextProps, "type" | "inputmode"> & { max: number }) {
  const { errorAt } = useForm();
  const { t } = useText();
  return (
    <Field {...props}>
      <textarea
        id={fieldId(props.pointer)}
        value={props.value}
        autocomplete="off"
        aria-describedby={describedBy(props.pointer, Boolean(props.hint), errorAt(props.pointer) !== null)}
        aria-invalid={errorAt(props.pointer) !== null || undefined}
        aria-required={!(props.optional || props.either)}
        onInput={({ currentTarget }) => props.onType(currentTarget.value)}
      />
      <Show when={props.value.length > props.max * tellFrom}>
        <p class="length num">{t("form.chars", { length: props.value.length, max: props.max })}</p>
      </Show>
    </Field>
  );
}

export function ChoiceField<V extends string>(props: {
  pointer: string;
  label: string;
  value: V | "";
  choices: readonly { value: V; label: string; hint: string }[];
  onChoose: (value: V) => void;
}) {
  const { errorAt } = useForm();
  const id = () => fieldId(props.pointer);
  return (
    <fieldset class="field" classList={{ bad: errorAt(props.pointer) !== null }}>
      <legend>{props.label}</legend>
      <FieldFault pointer={props.pointer} />
      <div class="choice">
        <For each={props.choices}>
          {(choice, i) => (
            <label>
              <input
                type="radio"
                id={i() === 0 ? id() : `${id()}-${choice.value}`}
                name={id()}
                value={choice.value}
                checked={props.value === choice.value}
                aria-describedby={`${id()}-${choice.value}-hint ${describedBy(props.pointer, false, errorAt(props.pointer) !== null) ?? ""}`}
                onChange={() => props.onChoose(choice.value)}
              />
              {choice.label}
              <small id={`${id()}-${choice.value}-hint`}>{choice.hint}</small>
            </label>
          )}
        </For>
      </div>
    </fieldset>
  );
}

export function SelectField<V extends string>(
  props: FieldProps & {
    class?: string;
    value: string;
    empty: string;
    choices: readonly { value: V; label: string }[];
    onChoose: (value: string) => void;
  },
) {
  const { errorAt } = useForm();
  return (
    <Field {...props}>
      <select
        id={fieldId(props.pointer)}
        aria-describedby={describedBy(props.pointer, Boolean(props.hint), errorAt(props.pointer) !== null)}
        aria-invalid={errorAt(props.pointer) !== null || undefined}
        aria-required={!(props.optional || props.either)}
        onChange={({ currentTarget }) => props.onChoose(currentTarget.value)}
      >
        <option value="" selected={props.value === ""}>
          {props.empty}
        </option>
        <For each={props.choices}>
          {(choice) => (
            <option value={choice.value} selected={props.value === choice.value}>
              {choice.label}
            </option>
          )}
        </For>
      </select>
    </Field>
  );
}

export function TickField(props: {
  pointer: string;
  label: string;
  words: Word;
  optional?: boolean;
  checked: boolean;
  onTick: (ticked: boolean) => void;
}) {
  const { errorAt } = useForm();
  const { t } = useText();
  return (
    <fieldset class="field" classList={{ bad: errorAt(props.pointer) !== null }}>
      <legend>
        {props.label}
        <Show when={props.optional}>
          <OptionalMark />
        </Show>
      </legend>
      <FieldFault pointer={props.pointer} />
      <div class="choice one">
        <label class="tick">
          <input
            type="checkbox"
            id={fieldId(props.pointer)}
            checked={props.checked}
            aria-describedby={describedBy(props.pointer, false, errorAt(props.pointer) !== null)}
            aria-invalid={errorAt(props.pointer) !== null || undefined}
            aria-required={!props.optional}
            onChange={({ currentTarget }) => props.onTick(currentTarget.checked)}
          />
          {t(props.words)}
        </label>
      </div>
    </fieldset>
  );
}
