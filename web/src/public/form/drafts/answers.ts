import type { Text } from "../../../language.tsx";
import type { Draft } from "./drafts.ts";

/** A part of what somebody typed, as plain text: to be read, copied and printed when it can no longer be sent. */
export interface AnswerPart {
  heading: string;
  answers: { label: string; text: string }[];
}

/** Everything typed in a draft, as it was typed; what was left empty is left out. `unitName` is the receiving unit's. */
export function answersOf(draft: Draft, unitName: string, { t, find }: Text): AnswerPart[] {
  const { form } = draft;
  const person = (each: {
    fullName: string;
    birthDate: string;
    workplace: string;
    position: string;
    qualification: string;
  }) => [
    { label: t("form.fullName"), text: each.fullName },
    { label: t("form.birthDate"), text: each.birthDate },
    { label: t("form.workplace"), text: each.workplace },
    { label: t("form.position"), text: each.position },
    { label: t("form.qualification"), text: each.qualification },
  ];
  const several = form.authors.length > 1;
  const parts: AnswerPart[] = [
    ...form.authors.map((author, i) => ({
      heading: several ? t("form.author.n", { n: i + 1 }) : t("form.author"),
      answers: [...person(author), { label: t("form.share"), text: several ? author.share : "" }],
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
      answers: [...person(participant), { label: t("form.work"), text: participant.work }],
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

/** The same as one text, for the clipboard. */
export function writeAnswers(parts: readonly AnswerPart[]): string {
  return parts
    .map(({ heading, answers }) =>
      [heading.toUpperCase(), ...answers.map(({ label, text }) => `${label}: ${text}`)].join("\n"),
    )
    .join("\n\n");
}
