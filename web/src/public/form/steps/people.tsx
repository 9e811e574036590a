import { For, Show } from "solid-js";
import { Dynamic } from "solid-js/web";
import { affiliations, isGroup } from "#core/units/affiliation.ts";
import { useText } from "../../../language.tsx";
import { describedBy, FieldFault, SelectField, TextField } from "../fields.tsx";
import { useForm } from "../form-context.tsx";
import { dividedShares, emptyAuthor, type TypedAuthor } from "../typed-form.ts";
import { readTypedShare } from "../typed-values.ts";
import { laterSteps } from "./lazy-steps.ts";
import { focusField, PersonFields, PersonGroup } from "./person-fields.tsx";
import { fieldId } from "./steps.ts";

const maximumAuthors = 20;

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
            <AuthorFields
              pointer={`/authors/${i()}`}
              author={author}
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

interface AuthorProps {
  pointer: string;
  author: TypedAuthor;
  self: boolean;
  onType: (member: keyof TypedAuthor, text: string) => void;
}

/** The fields of groups and organisations are loaded with the later steps. */
function AuthorFields(props: AuthorProps) {
  const { t } = useText();
  const choice = (member: "kind" | "affiliation") => ({
    pointer: `${props.pointer}/${member}`,
    value: props.author[member],
    onChoose: (code: string) => props.onType(member, code),
  });
  return (
    <>
      <SelectField
        {...choice("kind")}
        label={t("form.authorKind")}
        either
        empty={t("authorKind.individual")}
        choices={(["collective", "household"] as const).map((value) => ({
          value,
          label: t(`authorKind.${value}`),
        }))}
      />
      <Show
        when={isGroup(props.author)}
        fallback={<PersonFields {...props} person={props.author} required />}
      >
        <Dynamic component={laterSteps()?.GroupFields} {...props} />
      </Show>
      <SelectField
        {...choice("affiliation")}
        label={t("form.affiliation")}
        optional
        empty={t("form.affiliation.choose")}
        choices={affiliations.map((value) => ({ value, label: t(`affiliation.${value}`) }))}
      />
      <Show when={props.author.affiliation === "memberOrganisation"}>
        <Dynamic component={laterSteps()?.OrganisationFields} {...props} />
      </Show>
    </>
  );
}
