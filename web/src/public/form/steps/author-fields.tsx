import { Show } from "solid-js";
import { memberOrganisations } from "#core/units/member-organisation.ts";
import { useText } from "../../../language.tsx";
import { SelectField, TextField } from "../fields.tsx";
import type { TypedAuthor } from "../typed-form.ts";

interface Props {
  pointer: string;
  author: TypedAuthor;
  onType: (member: keyof TypedAuthor, text: string) => void;
}

const bind = (props: Props) => (member: keyof TypedAuthor) => ({
  pointer: `${props.pointer}/${member}`,
  value: props.author[member],
  onType: (text: string) => props.onType(member, text),
});

export function GroupFields(props: Props) {
  const { t } = useText();
  const field = bind(props);
  const name = () =>
    t(props.author.kind === "household" ? "form.fullName.household" : "form.fullName.collective");
  return (
    <>
      <TextField {...field("fullName")} label={name()} />
      <TextField {...field("representative")} label={t("form.representative")} />
      <TextField {...field("workplace")} label={t("form.workplace")} hint={t("form.workplace.hint")} />
    </>
  );
}

export function OrganisationFields(props: Props) {
  const { t } = useText();
  const field = bind(props);
  return (
    <>
      <SelectField
        {...field("organisation")}
        label={t("form.organisation")}
        optional
        empty={t("form.affiliation.choose")}
        choices={memberOrganisations.map((value) => ({ value, label: t(`memberOrganisation.${value}`) }))}
        onChoose={(code) => props.onType("organisation", code)}
      />
      <Show when={props.author.organisation === "other"}>
        <TextField {...field("organisationName")} label={t("form.organisationName")} />
      </Show>
    </>
  );
}
