import type { Text, Word } from "../../../language.tsx";
import { chosenOf } from "../destination.ts";
import type { FormParts } from "../form-context.tsx";
import { authorWords, participantWords, sayChoices } from "../person-words.ts";
import type { answeredSteps } from "./steps.ts";

export interface ReviewAnswer {
  pointer: string;
  label: string;
  /** The answer counts as missing if the first line is blank. */
  lines: readonly string[];
  optional?: boolean;
  missing?: Word;
}

export type TextAnswer =
  | "title"
  | "firstUsedOn"
  | "investor"
  | "substance"
  | "confidential"
  | "conditions"
  | "benefitsByAuthor"
  | "benefitsByUsers";

export function listReviewAnswers(
  { form, sent, units, campaigns, consent, asksResult, asksName }: FormParts,
  { t, find }: Text,
): Record<(typeof answeredSteps)[number], ReviewAnswer[]> {
  const answers = sent();
  const several = answers.authors.length > 1;
  const text = (member: TextAnswer, optional = false): ReviewAnswer => ({
    pointer: `/${member}`,
    label: t(`form.${member}`),
    lines: [answers[member]],
    optional,
  });
  const contact = (member: "phone" | "email", other: string): ReviewAnswer => ({
    pointer: `/contact/${member}`,
    label: t(`form.${member}`),
    lines: [answers[member]],
    optional: other !== "",
  });
  const person = (
    pointer: string,
    label: string,
    words: Record<string, Word>,
    fields: Record<string, string>,
  ): ReviewAnswer => {
    const [name = "", ...others] = Object.keys(words).map((field) => fields[field] ?? "");
    return {
      pointer: `${pointer}/fullName`,
      label,
      lines: [name, ...others.filter((line) => line.trim() !== "")],
    };
  };
  const named = (member: "kind" | "unit" | "field" | "campaign", name: string): ReviewAnswer => ({
    pointer: `/${member}`,
    label: t(`form.${member}`),
    lines: [name],
  });
  const ticked = (pointer: string, label: Word, words: Word | null): ReviewAnswer => ({
    pointer,
    label: t(label),
    lines: words ? [t(words)] : [],
    missing: "form.review.notTicked",
  });
  return {
    authors: [
      ...answers.authors.map((author, i) =>
        person(`/authors/${i}`, several ? t("form.author.n", { n: i + 1 }) : t("form.author"), authorWords, {
          ...sayChoices(author, { find }),
          share: several ? t("form.share.is", { share: author.share }) : "",
        }),
      ),
      contact("phone", answers.email),
      contact("email", answers.phone),
    ],
    initiative: [
      named("kind", find(`kind.${answers.kind}`) ?? ""),
      text("title"),
      named("unit", units().find(({ id }) => id === answers.unit)?.name ?? ""),
      ...(campaigns().length > 1
        ? [named("campaign", chosenOf(campaigns(), form.campaign)?.name ?? "")]
        : []),
      named("field", find(`applicationField.${answers.field}`) ?? ""),
      ...(answers.kind === "idea" ? [] : [text("firstUsedOn")]),
      text("investor", true),
    ],
    substance: [text("substance"), text("confidential", true)],
    effect: [
      text("conditions"),
      ...(asksResult() ? [text("benefitsByAuthor"), text("benefitsByUsers", true)] : []),
      ...answers.participants.map((participant, i) =>
        person(`/participants/${i}`, t("form.participant.n", { n: i + 1 }), participantWords, participant),
      ),
      ...(answers.participants.length === 0
        ? [{ pointer: "/participants", label: t("form.participants"), lines: [], optional: true }]
        : []),
    ],
    declaration: [
      {
        pointer: "/attachments",
        label: t("form.attachments"),
        lines: [answers.attachments.map(({ name }) => name).join("\n")],
        optional: true,
      },
      ticked("/declared", "form.declared", answers.declared ? "form.review.declared" : null),
      ticked("/consent", "form.consent", answers.consented === consent() ? "form.review.consented" : null),
      ...(asksName()
        ? [
            {
              pointer: "/publishName",
              label: t("publishName.title"),
              lines: [t(answers.publishName === "" ? "publishName.notGiven" : "publishName.given")],
            },
          ]
        : []),
    ],
  };
}
