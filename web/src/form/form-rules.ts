import { Application, type ApplicationInput, checkDates } from "../../../functions/core/application.ts";
import { dayOf } from "../../../functions/core/calendar.ts";
import type { FieldError } from "../../../functions/core/problems.ts";
import { isDay } from "../../../functions/core/text.ts";
import { validate } from "../../../functions/core/validation.ts";
import { readForm, type TypedForm } from "./typed-form.ts";

export interface CheckedForm {
  /** One error for a field, the first. Pointers start at the application, but for `/unit`. */
  errors: FieldError[];
  /** The application as it would be sent; null while there is an error. */
  application: Application | null;
}

/** Holds what is typed against the rules of the server, all at once. */
export function checkForm(
  form: TypedForm,
  consent: string,
  unitIds: readonly string[],
  now = new Date(),
): CheckedForm {
  const typed = readForm(form, consent);
  const parsed = validate(Application, typed);
  const found = parsed.ok ? [] : parsed.errors;
  if (!unitIds.includes(form.unit)) found.push({ pointer: "/unit", code: "unit.required" });
  found.push(...checkTypedDates(typed, dayOf(now.toISOString())));
  const errors = [...new Map(found.reverse().map((error) => [error.pointer, error])).values()].reverse();
  return { errors, application: parsed.ok && errors.length === 0 ? parsed.value : null };
}

/** `checkDates` for a form that is not complete: of days that do not exist the schema tells. */
function checkTypedDates(typed: Partial<ApplicationInput>, today: string): FieldError[] {
  const exists = (day = "") => (isDay(day) ? day : "");
  const people = <P extends { birthDate?: string | undefined }>(list: P[] = []) =>
    list.map((person) => ({ ...person, birthDate: exists(person.birthDate) }));
  const dated = {
    ...typed,
    authors: people(typed.authors),
    participants: people(typed.participants),
    firstUsedOn: exists(typed.firstUsedOn),
  };
  return checkDates(dated as Application, today);
}
