import { For, type JSX, Show } from "solid-js";
import { useText } from "../../../language.tsx";
import { describedBy, FieldFault, LongTextField, OptionalMark, TextField } from "../fields.tsx";
import { useForm } from "../form-context.tsx";
import {
  dividedShares,
  emptyAuthor,
  emptyParticipant,
  type TypedAuthor,
  type TypedParticipant,
} from "../typed-form.ts";
import { readTypedShare } from "../typed-values.ts";
import { fieldId } from "./steps.ts";

const maximumAuthors = 20;
const maximumParticipants = 30;

export function AuthorList() {
  const { form, set, errorAt } = useForm();
  const { t, locale } = useText();
  const several = () => form.authors.length > 1;
  const sum = () =>
    form.authors.reduce((sum, author) => sum + Math.round((readTypedShare(author.share) ?? 0) * 100), 0) /
    100;

  const add = () => {
    // Clears the 100 % share of a single author.
    if (form.authors.length === 1) set("authors", 0, "share", "");
    set("authors", form.authors.length, emptyAuthor());
    focusField(`/authors/${form.authors.length - 1}/fullName`);
  };
  const remove = (index: number) => {
    set("authors", (authors) => authors.filter((_, i) => i !== index));
    if (form.authors.length === 1) set("authors", 0, "share", "100");
    focusField(`/authors/${Math.max(0, index - 1)}/fullName`);
  };
  const divide = () => {
    dividedShares(form.authors.length).forEach((share, i) => {
      set("authors", i, "share", share);
    });
  };

  return (
    <>
      <For each={form.authors}>
        {(author, i) => (
          <PersonGroup
            heading={several() ? t("form.author.n", { n: i() + 1 }) : t("form.author")}
            name={author.fullName}
            {...(several() ? { onRemove: () => remove(i()) } : {})}
          >
            <PersonFields
              pointer={`/authors/${i()}`}
              person={author}
              required
              self={i() === 0}
              onType={(member, text) => set("authors", i(), member, text)}
            />
            <Show when={several()}>
              <TextField
                pointer={`/authors/${i()}/share`}
                label={t("form.share")}
                value={author.share}
                class="short"
                inputmode="decimal"
                onType={(text) => set("authors", i(), "share", text)}
              />
            </Show>
          </PersonGroup>
        )}
      </For>
      <div class="people-foot">
        <FieldFault pointer="/authors" />
        <Show when={several()}>
          <p class="shares num" classList={{ full: sum() === 100 }} aria-live="polite">
            {t("form.shares.sum", { sum: sum().toLocaleString(locale()) })}
          </p>
          <button
            type="button"
            class="button"
            id={fieldId("/authors")}
            aria-describedby={describedBy("/authors", false, errorAt("/authors") !== null)}
            onClick={divide}
          >
            {t("form.shares.divide")}
          </button>
        </Show>
        <Show when={form.authors.length < maximumAuthors}>
          <button type="button" class="button" onClick={add}>
            {t("form.author.add")}
          </button>
        </Show>
      </div>
    </>
  );
}

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

function PersonGroup(props: { heading: string; name: string; onRemove?: () => void; children: JSX.Element }) {
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

function PersonFields(props: {
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

function focusField(pointer: string): void {
  document.getElementById(fieldId(pointer))?.focus();
}
