import { createSignal, For, onMount, Show } from "solid-js";
import { createStore } from "solid-js/store";
import type { FieldError } from "#core/base/problems.ts";
import { validate } from "#core/base/validation.ts";
import type { Application } from "#core/initiatives/application.ts";
import { Contact } from "#core/initiatives/person.ts";
import type { InitiativeView } from "../../../../functions/api/initiatives/views.ts";
import { useText } from "../../language.tsx";
import { changeContact, type Key } from "./api.ts";
import "../form/words/vi.ts";
import { Button } from "../../button.tsx";
import { FailureNotice } from "./failure-notice.tsx";
import { createRequest } from "./request.ts";

const fields = [
  { name: "phone", type: "tel" },
  { name: "email", type: "email" },
] as const;

export function ContactForm(props: {
  id: string;
  accessKey: Key;
  contact: Application["contact"];
  onCancel: () => void;
  onDone: (view: InitiativeView) => void;
}) {
  const { t, find } = useText();
  const { failure, setFailure, run } = createRequest();
  const [contact, setContact] = createStore({ ...props.contact });
  const [errors, setErrors] = createSignal<readonly FieldError[]>([]);
  const errorOf = (name: string) => errors().find(({ pointer }) => pointer === `/${name}`);
  onMount(() => document.getElementById("contact-phone")?.focus());

  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    setFailure(null);
    const parsed = validate(Contact, { ...contact });
    setErrors(parsed.ok ? [] : parsed.errors);
    if (!parsed.ok) {
      document.getElementById(`contact-${parsed.errors[0]?.pointer.slice(1)}`)?.focus();
      return;
    }
    await run(async () => props.onDone(await changeContact(props.id, props.accessKey, parsed.value)));
  };

  return (
    <form class="contact-form" aria-label={t("personal.contact.edit")} novalidate onSubmit={save}>
      <For each={fields}>
        {({ name, type }) => (
          <div class="field" classList={{ bad: errorOf(name) !== undefined }}>
            <label for={`contact-${name}`}>{t(`form.${name}`)}</label>
            <Show when={errorOf(name)}>
              {(error) => (
                <p class="error" id={`contact-${name}-error`}>
                  {find(error().code, error().params)}
                </p>
              )}
            </Show>
            <input
              id={`contact-${name}`}
              type={type}
              autocomplete={name === "phone" ? "tel" : "email"}
              aria-invalid={errorOf(name) !== undefined}
              aria-describedby={errorOf(name) ? `contact-${name}-error` : undefined}
              value={contact[name]}
              onInput={({ currentTarget }) => setContact(name, currentTarget.value)}
            />
          </div>
        )}
      </For>
      <FailureNotice text={failure()} />
      <div class="actions">
        <button type="submit" class="button main">
          {t("personal.contact.save")}
        </button>
        <Button label={t("personal.cancel")} onClick={props.onCancel} />
      </div>
    </form>
  );
}
