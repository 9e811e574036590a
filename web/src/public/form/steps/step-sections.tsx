import { Show } from "solid-js";
import { applicationFields, initiativeKinds } from "#core/initiatives/application.ts";
import { nameConsentVersion } from "#core/initiatives/publish-name.ts";
import { LazyAttachmentField } from "../../../attachments/lazy-attachment-field.tsx";
import { writeDay } from "../../../dates.ts";
import { useText } from "../../../language.tsx";
import { chosenOf } from "../destination.ts";
import { ChoiceField, LongTextField, SelectField, TextField, TickField } from "../fields.tsx";
import { useForm } from "../form-context.tsx";
import { ParticipantList } from "./participants.tsx";
import type { TextAnswer } from "./review-answers.ts";
import { fieldId } from "./steps.ts";
import { UnitPicker } from "./unit-picker.tsx";

function useAnswers() {
  const { form, set } = useForm();
  const { t } = useText();
  return (name: TextAnswer) => ({
    pointer: `/${name}`,
    label: t(`form.${name}`),
    hint: t(`form.${name}.hint`),
    value: form[name],
    onType: (text: string) => set(name, text),
  });
}

export function InitiativeStep() {
  const { form, set, units, campaigns } = useForm();
  const { t } = useText();
  const answer = useAnswers();
  return (
    <>
      <ChoiceField
        pointer="/kind"
        label={t("form.kind")}
        value={form.kind}
        choices={initiativeKinds.map((value) => ({
          value,
          label: t(`kind.${value}`),
          hint: t(`form.kind.${value}.hint`),
        }))}
        onChoose={(kind) => set("kind", kind)}
      />
      <LongTextField max={300} class="low" {...answer("title")} />
      <Show
        when={units().length !== 1 && units()}
        fallback={
          <div class="field">
            <p class="label">{t("form.unit")}</p>
            <p class="fixed">{units()[0]?.name}</p>
          </div>
        }
      >
        <UnitPicker />
      </Show>
      <Show when={campaigns().length > 1}>
        <ChoiceField
          pointer="/campaign"
          label={t("form.campaign")}
          value={chosenOf(campaigns(), form.campaign)?.id ?? ""}
          choices={campaigns().map(({ id, name, closesOn }) => ({
            value: id,
            label: name,
            hint: t("form.campaign.closes", { day: writeDay(closesOn) }),
          }))}
          onChoose={(campaign) => set("campaign", campaign)}
        />
      </Show>
      <SelectField
        pointer="/field"
        label={t("form.field")}
        value={form.field}
        empty={t("form.field.choose")}
        choices={applicationFields.map((value) => ({ value, label: t(`applicationField.${value}`) }))}
        onChoose={(field) => set("field", field)}
      />
      <Show when={form.kind !== "idea"}>
        <TextField class="short" inputmode="numeric" {...answer("firstUsedOn")} />
      </Show>
      <TextField optional {...answer("investor")} />
    </>
  );
}

export function SubstanceStep() {
  const answer = useAnswers();
  return (
    <>
      <LongTextField max={20_000} class="tall" {...answer("substance")} />
      <LongTextField optional max={5_000} {...answer("confidential")} />
    </>
  );
}

export function EffectStep() {
  const { asksResult } = useForm();
  const { t } = useText();
  const answer = useAnswers();
  return (
    <>
      <LongTextField max={5_000} {...answer("conditions")} />
      <Show when={asksResult()} fallback={<p class="hint">{t("form.resultLater")}</p>}>
        <LongTextField max={10_000} {...answer("benefitsByAuthor")} />
        <LongTextField optional max={10_000} {...answer("benefitsByUsers")} />
      </Show>
      <ParticipantList />
    </>
  );
}

export function DeclarationStep() {
  const { form, set, channel, consent, errorAt, asksName } = useForm();
  const { t, find } = useText();
  const fault = () => {
    const error = errorAt("/attachments");
    return error ? (find(error.code, error.params) ?? error.code) : undefined;
  };
  const paper = () => channel() === "paper";
  return (
    <>
      <LazyAttachmentField
        id={fieldId("/attachments")}
        value={form.attachments}
        onChange={(update) => set("attachments", update)}
        fault={fault()}
      />
      <TickField
        pointer="/declared"
        label={t("form.declared")}
        words={paper() ? "form.paper.declared.text" : "form.declared.text"}
        checked={form.declared}
        onTick={(ticked) => set("declared", ticked)}
      />
      <TickField
        pointer="/consent"
        label={t("form.consent")}
        words={paper() ? "form.paper.consent.text" : "form.consent.text"}
        checked={form.consented === consent()}
        onTick={(ticked) => set("consented", ticked ? consent() : "")}
      />
      <p class="hint">
        {t("form.consent.why")} {t("form.consent.version", { version: consent() })}
      </p>
      <Show when={asksName()}>
        <TickField
          pointer="/publishName"
          label={t("publishName.title")}
          words={paper() ? "publishName.paper.text" : "publishName.text"}
          optional
          checked={form.publishName === nameConsentVersion}
          onTick={(ticked) => set("publishName", ticked ? nameConsentVersion : "")}
        />
        <p class="hint">
          {t("publishName.hint")} {!paper() && form.authors.length > 1 ? t("publishName.others") : ""}
        </p>
      </Show>
    </>
  );
}
