import { createEffect, For, type JSX, Show } from "solid-js";
import { watchVerdict } from "../../../attachments/verdicts.ts";
import { useText, type Word } from "../../../language.tsx";
import { chosenOf } from "../destination.ts";
import { useForm } from "../form-context.tsx";
import { authorWords, participantWords } from "../typed-form.ts";
import { fieldId, type Step } from "./steps.ts";

/** Every answer as it will be sent, with the way back to where it is given. */
export function ReviewStep() {
  const { form, sent, units, campaigns, consent, asksResult, asksName } = useForm();
  const { t, find } = useText();
  createEffect(() => {
    for (const { id } of form.attachments) watchVerdict(id);
  });
  return (
    <>
      <p class="hint lead">{t("form.review.lead")}</p>
      <Section step="authors">
        <For each={sent().authors}>
          {(author, i) => (
            <Person
              step="authors"
              pointer={`/authors/${i()}`}
              heading={sent().authors.length > 1 ? t("form.author.n", { n: i() + 1 }) : t("form.author")}
              words={authorWords}
              person={{
                ...author,
                share: sent().authors.length > 1 ? t("form.share.is", { share: author.share }) : "",
              }}
            />
          )}
        </For>
        <Answer
          step="authors"
          pointer="/contact/phone"
          label="form.phone"
          value={sent().phone}
          optional={sent().email !== ""}
        />
        <Answer
          step="authors"
          pointer="/contact/email"
          label="form.email"
          value={sent().email}
          optional={sent().phone !== ""}
        />
      </Section>
      <Section step="initiative">
        <Answer
          step="initiative"
          pointer="/kind"
          label="form.kind"
          value={find(`kind.${sent().kind}`) ?? ""}
        />
        <Answer step="initiative" pointer="/title" label="form.title" value={sent().title} />
        <Answer
          step="initiative"
          pointer="/unit"
          label="form.unit"
          value={units().find(({ id }) => id === sent().unit)?.name ?? ""}
        />
        <Show when={campaigns().length > 1}>
          <Answer
            step="initiative"
            pointer="/campaign"
            label="form.campaign"
            value={chosenOf(campaigns(), form.campaign)?.name ?? ""}
          />
        </Show>
        <Answer
          step="initiative"
          pointer="/field"
          label="form.field"
          value={find(`applicationField.${sent().field}`) ?? ""}
        />
        <Show when={sent().kind !== "idea"}>
          <Answer
            step="initiative"
            pointer="/firstUsedOn"
            label="form.firstUsedOn"
            value={sent().firstUsedOn}
          />
        </Show>
        <Answer
          step="initiative"
          pointer="/investor"
          label="form.investor"
          value={sent().investor}
          optional
        />
      </Section>
      <Section step="substance">
        <Answer step="substance" pointer="/substance" label="form.substance" value={sent().substance} />
        <Answer
          step="substance"
          pointer="/confidential"
          label="form.confidential"
          value={sent().confidential}
          optional
        />
      </Section>
      <Section step="effect">
        <Answer step="effect" pointer="/conditions" label="form.conditions" value={sent().conditions} />
        <Show when={asksResult()}>
          <Answer
            step="effect"
            pointer="/benefitsByAuthor"
            label="form.benefitsByAuthor"
            value={sent().benefitsByAuthor}
          />
          <Answer
            step="effect"
            pointer="/benefitsByUsers"
            label="form.benefitsByUsers"
            value={sent().benefitsByUsers}
            optional
          />
        </Show>
        <For
          each={sent().participants}
          fallback={
            <Answer step="effect" pointer="/participants" label="form.participants" value="" optional />
          }
        >
          {(person, i) => (
            <Person
              step="effect"
              pointer={`/participants/${i()}`}
              heading={t("form.participant.n", { n: i() + 1 })}
              words={participantWords}
              person={person}
            />
          )}
        </For>
      </Section>
      <Section step="declaration">
        <Answer
          step="declaration"
          pointer="/attachments"
          label="form.attachments"
          value={sent()
            .attachments.map(({ name }) => name)
            .join("\n")}
          optional
        />
        <Answer
          step="declaration"
          pointer="/declared"
          label="form.declared"
          value={sent().declared ? t("form.review.declared") : ""}
          empty="form.review.notTicked"
        />
        <Answer
          step="declaration"
          pointer="/consent"
          label="form.consent"
          value={sent().consented === consent() ? t("form.review.consented") : ""}
          empty="form.review.notTicked"
        />
        <Show when={asksName()}>
          <Answer
            step="declaration"
            pointer="/publishName"
            label="publishName.title"
            value={t(sent().publishName === "" ? "publishName.notGiven" : "publishName.given")}
            optional
          />
        </Show>
      </Section>
    </>
  );
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
        <bdi>{props.value}</bdi>
      </Show>
    </Row>
  );
}

function Person(props: {
  step: Step;
  pointer: string;
  heading: string;
  words: Record<string, Word>;
  person: Record<string, string>;
}) {
  const { t } = useText();
  const lines = () =>
    Object.keys(props.words)
      .map((name) => props.person[name] ?? "")
      .filter((line) => line.trim() !== "");
  return (
    <Row step={props.step} pointer={`${props.pointer}/fullName`} label={props.heading}>
      <Show
        when={props.person.fullName?.trim()}
        fallback={<span class="missing">{t("form.review.empty")}</span>}
      >
        <For each={lines()}>
          {(line, i) => (
            <>
              {i() > 0 && "\n"}
              <bdi>{line}</bdi>
            </>
          )}
        </For>
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
