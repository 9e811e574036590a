import { withoutAddress } from "#core/commendation/form-of-address.ts";
import type { AwardFormKey } from "#core/commendation/forms.ts";
import type { CommendationLine, LineForm } from "#core/commendation/line.ts";
import { writeDay } from "../../../dates.ts";
import { readTypedDay } from "../../../public/form/typed-values.ts";

/** Line as typed, with bounds and codes as text. */
export interface TypedLine extends Omit<LineForm, "from" | "to" | "initiative" | "model"> {
  from: string;
  to: string;
  initiative: string;
  model: string;
}

const writeBound = (bound: string | null) =>
  bound === null || bound.length === 4 ? (bound ?? "") : writeDay(bound);

/** A year, or a day as 15/03/2025; null for no text. Other text is returned as typed and fails validation. */
export const readBound = (text: string): string | null => {
  const typed = text.trim();
  return typed === "" ? null : /^\d{4}$/.test(typed) ? typed : readTypedDay(typed);
};

export const emptyLine = (form: AwardFormKey, year: number): TypedLine => ({
  recipientKind: "individual",
  name: "",
  birthYear: null,
  sex: null,
  position: "",
  workplace: "",
  leader: false,
  system: "unknown",
  form,
  achievement: "",
  from: String(year),
  to: String(year),
  initiative: "",
  model: "",
  money: null,
  note: "",
});

/** Leaves out members that are not form fields. */
export function typeLine(line: CommendationLine): TypedLine {
  const { recipientKind, name, birthYear, sex, position, workplace, leader, system } = line;
  const { form, achievement, from, to, initiative, model, money, note } = line;
  return {
    ...{ recipientKind, name, birthYear, sex, position, workplace, leader, system },
    ...{ form, achievement, money, note },
    from: writeBound(from),
    to: writeBound(to),
    initiative: initiative ?? "",
    model: model ?? "",
  };
}

/** Takes a form of address from the name, unless the name is as `before`, so that a real name can be kept. */
export function readLine(typed: TypedLine, before: Pick<LineForm, "name"> | null = null): LineForm {
  const { from, to, initiative, model, sex, recipientKind, ...line } = typed;
  const form = {
    ...line,
    recipientKind,
    // Only individuals have a sex; otherwise the field is hidden.
    sex: recipientKind === "individual" ? sex : null,
    from: readBound(from),
    to: readBound(to),
    initiative: initiative.trim() || null,
    model: model.trim() || null,
  };
  return form.name === before?.name ? form : withoutAddress(form).line;
}
