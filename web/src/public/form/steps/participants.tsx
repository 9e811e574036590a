import { For, Show } from "solid-js";
import { useText } from "../../../language.tsx";
import { FieldFault, LongTextField, OptionalMark } from "../fields.tsx";
import { useForm } from "../form-context.tsx";
import { emptyParticipant } from "../typed-form.ts";
import { focusField, PersonFields, PersonGroup } from "./person-fields.tsx";
import { fieldId } from "./steps.ts";

const maximumParticipants = 30;

export function ParticipantList() {
  const { form, set } = useForm();
  const { t } = useText();
  const add = () => {
    set("participants", form.participants.length, emptyParticipant());
    focusField(`/participants/${form.participants.length - 1}/fullName`);
  };
  const remove = (index: number) => {
    set("participants", (people) => people.filter((_, i) => i !== index));
    document.getElementById(fieldId("/participants"))?.focus();
  };
  return (
    <section class="field" aria-labelledby={`${fieldId("/participants")}-label`}>
      <h2 class="label" id={`${fieldId("/participants")}-label`}>
        {t("form.participants")}
        <OptionalMark />
      </h2>
      <p class="hint">{t("form.participants.hint")}</p>
      <FieldFault pointer="/participants" />
      <For each={form.participants}>
        {(person, i) => (
          <PersonGroup
            heading={t("form.participant.n", { n: i() + 1 })}
            name={person.fullName}
            onRemove={() => remove(i())}
          >
            <PersonFields
              pointer={`/participants/${i()}`}
              person={person}
              onType={(member, text) => set("participants", i(), member, text)}
            />
            <LongTextField
              pointer={`/participants/${i()}/work`}
              label={t("form.work")}
              optional
              max={500}
              class="low"
              value={person.work}
              onType={(text) => set("participants", i(), "work", text)}
            />
          </PersonGroup>
        )}
      </For>
      <Show when={form.participants.length < maximumParticipants}>
        <button type="button" class="button" id={fieldId("/participants")} onClick={add}>
          {t("form.participant.add")}
        </button>
      </Show>
    </section>
  );
}
