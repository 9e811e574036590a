import type { Text, Word } from "../../../language.tsx";
import { authorWords, participantWords, sayChoices } from "../person-words.ts";
import type { Draft } from "./drafts.ts";

export interface AnswerPart {
  heading: string;
  answers: { label: string; text: string }[];
}

export function answersOf(draft: Draft, unitName: string, text: Text): AnswerPart[] {
  const { t, find } = text;
  const { form } = draft;
  const person = (each: Record<string, string>, words: Record<string, Word>) =>
    Object.entries(words).map(([name, word]) => ({ label: t(word), text: each[name] ?? "" }));
  const several = form.authors.length > 1;
  const parts: AnswerPart[] = [
    ...form.authors.map((author, i) => ({
      heading: several ? t("form.author.n", { n: i + 1 }) : t("form.author"),
      answers: person({ ...sayChoices(author, text), share: several ? author.share : "" }, authorWords),
    })),
    {
      heading: t("form.contact"),
      answers: [
        { label: t("form.phone"), text: form.phone },
        { label: t("form.email"), text: form.email },
      ],
    },
    {
      heading: t("form.step.initiative"),
      answers: [
        { label: t("form.kind"), text: find(`kind.${form.kind}`) ?? "" },
        { label: t("form.title"), text: form.title },
        { label: t("form.unit"), text: unitName || form.unitTyped },
        { label: t("form.field"), text: find(`applicationField.${form.field}`) ?? "" },
        { label: t("form.firstUsedOn"), text: form.firstUsedOn },
        { label: t("form.investor"), text: form.investor },
        { label: t("form.substance"), text: form.substance },
        { label: t("form.confidential"), text: form.confidential },
        { label: t("form.conditions"), text: form.conditions },
        { label: t("form.benefitsByAuthor"), text: form.benefitsByAuthor },
        { label: t("form.benefitsByUsers"), text: form.benefitsByUsers },
      ],
    },
    ...form.participants.map((participant, i) => ({
      heading: t("form.participant.n", { n: i + 1 }),
      answers: person(participant, participantWords),
    })),
    {
      heading: t("form.attachments"),
      answers: form.attachments.map(({ name }) => ({ label: t("form.attachments"), text: name })),
    },
  ];
  return parts
    .map(({ heading, answers }) => ({ heading, answers: answers.filter(({ text }) => text.trim() !== "") }))
    .filter(({ answers }) => answers.length > 0);
}

export function writeAnswers(parts: readonly AnswerPart[]): string {
  return parts
    .map(({ heading, answers }) =>
      [heading.toUpperCase(), ...answers.map(({ label, text }) => `${label}: ${text}`)].join("\n"),
    )
    .join("\n\n");
}
