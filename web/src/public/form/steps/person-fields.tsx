import { type JSX, Show } from "solid-js";
import { useText } from "../../../language.tsx";
import { TextField } from "../fields.tsx";
import { useForm } from "../form-context.tsx";
import type { TypedAuthor, TypedParticipant } from "../typed-form.ts";
import { fieldId } from "./steps.ts";

export function PersonGroup(props: {
  heading: string;
  name: string;
  onRemove?: () => void;
  children: JSX.Element;
}) {
  const { t } = useText();
  return (
    <fieldset class="person">
      <legend>{props.heading}</legend>
      {props.children}
      <Show when={props.onRemove}>
        {(remove) => (
          <button
            type="button"
            class="link-button"
            aria-label={`${t("form.person.remove")}: ${props.name || props.heading}`}
            onClick={() => remove()()}
          >
            {t("form.person.remove")}
          </button>
        )}
      </Show>
    </fieldset>
  );
}

type PersonMember = keyof TypedAuthor & keyof TypedParticipant;

export function PersonFields(props: {
  pointer: string;
  person: TypedAuthor | TypedParticipant;
  required?: boolean;
  /** Allows browser autofill: the person is the user. */
  self?: boolean;
  onType: (member: PersonMember, text: string) => void;
}) {
  const { t } = useText();
  const { channel } = useForm();
  const field = (member: PersonMember) => ({
    pointer: `${props.pointer}/${member}`,
    label: t(`form.${member}`),
    value: props.person[member],
    onType: (text: string) => props.onType(member, text),
  });
  return (
    <>
      <TextField autocomplete={props.self && channel() === "web" ? "name" : "off"} {...field("fullName")} />
      <TextField
        hint={t("form.birthDate.hint")}
        optional={!props.required}
        class="short"
        inputmode="numeric"
        {...field("birthDate")}
      />
      <TextField hint={props.required ? t("form.workplace.hint") : ""} {...field("workplace")} />
      <div class="pair">
        <TextField optional {...field("position")} />
        <TextField optional {...field("qualification")} />
      </div>
    </>
  );
}

export function focusField(pointer: string): void {
  document.getElementById(fieldId(pointer))?.focus();
}
