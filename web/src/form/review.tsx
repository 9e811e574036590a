import { createEffect, For, type JSX, Show } from "solid-js";
import { isDay } from "../../../functions/core/text.ts";
import { watchVerdict } from "../attachments/verdicts.ts";
import { writeDay } from "../dates.ts";
import { useText, type Word } from "../language.tsx";
import { useForm } from "./form-context.tsx";
import { fieldId, type Step } from "./steps.ts";
import type { TypedAuthor, TypedParticipant } from "./typed-form.ts";
import { readTypedDay } from "./typed-values.ts";

/** Every answer, with the way back to where it is given. */
export function ReviewStep() {
  const { form, units, consent, asksResult, asksName } = useForm();
  const { t, find } = useText();
  createEffect(() => {
    for (const { id } of form.attachments) watchVerdict(id);
  });
  return (
    <>
      <p class="hint lead">{t("form.review.lead")}</p>
      <Section step="authors">
        <For each={form.authors}>
          {(author, i) => (
            <Person
              step="authors"
              pointer={`/authors/${i()}`}
              heading={form.authors.length > 1 ? t("form.author.n", { n: i() + 1 }) : t("form.author")}
              person={author}
              also={form.authors.length > 1 ? t("form.share.is", { share: author.share }) : ""}
            />
          )}
        </For>
        <Answer
          step="authors"
          pointer="/contact/phone"
          label="form.phone"
          value={form.phone}
          optional={form.email !== ""}
        />
        <Answer
          step="authors"
          pointer="/contact/email"
          label="form.email"
          value={form.email}
          optional={form.phone !== ""}
        />
      </Section>
      <Section step="initiative">
        <Answer step="initiative" pointer="/kind" label="form.kind" value={find(`kind.${form.kind}`) ?? ""} />
        <Answer step="initiative" pointer="/title" label="form.title" value={form.title} />
        <Answer
          step="initiative"
          pointer="/unit"
          label="form.unit"
          value={units().find(({ id }) => id === form.unit)?.name ?? ""}
        />
        <Answer
          step="initiative"
          pointer="/field"
          label="form.field"
          value={find(`applicationField.${form.field}`) ?? ""}
        />
        <Show when={form.kind !== "idea"}>
          <Answer
            step="initiative"
            pointer="/firstUsedOn"
            label="form.firstUsedOn"
            value={writeRead(form.firstUsedOn)}
          />
        </Show>
        <Answer step="initiative" pointer="/investor" label="form.investor" value={form.investor} optional />
      </Section>
      <Section step="substance">
        <Answer step="substance" pointer="/substance" label="form.substance" value={form.substance} />
        <Answer
          step="substance"
          pointer="/confidential"
          label="form.confidential"
          value={form.confidential}
          optional
        />
      </Section>
      <Section step="effect">
        <Answer step="effect" pointer="/conditions" label="form.conditions" value={form.conditions} />
        <Show when={asksResult()}>
          <Answer
            step="effect"
            pointer="/benefitsByAuthor"
            label="form.benefitsByAuthor"
            value={form.benefitsByAuthor}
          />
          <Answer
            step="effect"
            pointer="/benefitsByUsers"
            label="form.benefitsByUsers"
            value={form.benefitsByUsers}
            optional
          />
        </Show>
        <For
          each={form.participants}
          fallback={
            <Answer step="effect" pointer="/participants" label="form.participants" value="" optional />
          }
        >
          {(person, i) => (
            <Person
              step="effect"
              pointer={`/participants/${i()}`}
              heading={t("form.participant.n", { n: i() + 1 })}
              person={person}
              also={person.work}
            />
          )}
        </For>
      </Section>
      <Section step="declaration">
        <Answer
          step="declaration"
          pointer="/attachments"
          label="form.attachments"
          value={form.attachments.map(({ name }) => name).join("\n")}
          optional
        />
        <Answer
          step="declaration"
          pointer="/declared"
          label="form.declared"
          value={form.declared ? t("form.review.declared") : ""}
          empty="form.review.notTicked"
        />
        <Answer
          step="declaration"
          pointer="/consent"
          label="form.consent"
          value={form.consented === consent() ? t("form.review.consented") : ""}
          empty="form.review.notTicked"
        />
        <Show when={asksName()}>
          <Answer
            step="declaration"
            pointer="/publishName"
            label="publishName.title"
            value={t(form.publishName === "" ? "publishName.notGiven" : "publishName.given")}
            optional
          />
        </Show>
      </Section>
    </>
  );
}

/** A typed day as it was understood; one that is no day, as typed. */
function writeRead(typed: string): string {
  const day = readTypedDay(typed);
  return isDay(day) ? writeDay(day) : typed;
}

function Section(props: { step: Step; children: JSX.Element }) {
  const { t } = useText();
  return (
    <section class="answers" aria-labelledby={`form-review-${props.step}`}>
      <h2 id={`form-review-${props.step}`}>{t(`form.step.${props.step}` as Word)}</h2>
      <dl>{props.children}</dl>
    </section>
  );
}

function Answer(props: {
  step: Step;
  pointer: string;
  label: Word;
  value: string;
  optional?: boolean;
  empty?: Word;
}) {
  const { t } = useText();
  return (
    <Row step={props.step} pointer={props.pointer} label={t(props.label)}>
      <Show
        when={props.value.trim()}
        fallback={
          <span class={props.optional ? "soft" : "missing"}>
            {t(props.optional ? "form.review.none" : (props.empty ?? "form.review.empty"))}
          </span>
        }
      >
        {props.value}
      </Show>
    </Row>
  );
}

function Person(props: {
  step: Step;
  pointer: string;
  heading: string;
  person: TypedAuthor | TypedParticipant;
  also: string;
}) {
  const { t } = useText();
  const lines = () =>
    [
      props.person.fullName,
      // As it was read: 1/2/1975 is the first of February.
      writeRead(props.person.birthDate),
      props.person.workplace,
      props.person.position,
      props.person.qualification,
      props.also,
    ].filter((line) => line.trim() !== "");
  return (
    <Row step={props.step} pointer={`${props.pointer}/fullName`} label={props.heading}>
      <Show
        when={props.person.fullName.trim()}
        fallback={<span class="missing">{t("form.review.empty")}</span>}
      >
        {lines().join("\n")}
      </Show>
    </Row>
  );
}

function Row(props: { step: Step; pointer: string; label: string; children: JSX.Element }) {
  const { errorAt, pathOf, goTo } = useForm();
  const { t, find } = useText();
  const id = () => fieldId(props.pointer);
  const go = (event: MouseEvent) => {
    event.preventDefault();
    goTo(props.step, props.pointer);
  };
  return (
    <div classList={{ bad: errorAt(props.pointer) !== null }}>
      <dt>{props.label}</dt>
      <dd>
        {props.children}
        <Show when={errorAt(props.pointer)}>
          {(error) => <p class="error">{find(error().code, error().params) ?? error().code}</p>}
        </Show>
      </dd>
      <dd class="change">
        <a
          href={`${pathOf(props.step) ?? ""}#${id()}`}
          aria-label={t("form.edit.what", { what: props.label })}
          onClick={go}
        >
          {t("form.edit")}
        </a>
      </dd>
    </div>
  );
}
