import type { FieldError } from "#core/base/problems.ts";
import { isDay } from "#core/base/text.ts";
import { validate } from "#core/base/validation.ts";
import {
  Application,
  type ApplicationInput,
  checkBenefits,
  checkDates,
} from "#core/initiatives/application.ts";
import { type Attachment, Attachments } from "#core/initiatives/attachment.ts";
import { readAttachments } from "../../attachments/typed-attachment.ts";
import { refusalOf } from "../../attachments/verdicts.ts";
import { writeSent } from "./sending/sent-form.ts";
import { readForm } from "./typed-application.ts";
import type { TypedForm } from "./typed-form.ts";

export interface CheckedForm {
  /** At most one error per field. Pointers are relative to the application, except `/unit`. */
  errors: FieldError[];
  application: Application | null;
  attachments: Attachment[];
  sent: TypedForm;
}

/** Applies the server's rules. Without `today` (server's day), only the server checks dates. */
export function checkForm(
  form: TypedForm,
  consent: string,
  unitIds: readonly string[],
  today: string | null,
  asksResult = true,
): CheckedForm {
  const result = asksResult ? {} : { benefitsByAuthor: "", benefitsByUsers: "" };
  const typed = { ...readForm(form, consent), ...result };
  const parsed = validate(Application, typed);
  const found = parsed.ok ? [] : parsed.errors;
  if (!unitIds.includes(form.unit)) found.push({ pointer: "/unit", code: "unit.required" });
  found.push(...checkBenefits({ benefitsByAuthor: typed.benefitsByAuthor?.trim() ?? "" }, asksResult));
  found.push(...checkAttachments(form));
  found.push(...(today === null ? [] : checkTypedDates(typed, today)));
  const errors = [...new Map(found.reverse().map((error) => [error.pointer, error])).values()].reverse();
  const sent = writeSent(form, typed);
  return {
    errors,
    application: parsed.ok && errors.length === 0 ? parsed.value : null,
    attachments: readAttachments(sent.attachments),
    sent,
  };
}

function checkAttachments({ attachments }: TypedForm): FieldError[] {
  const pointer = "/attachments";
  if (attachments.some(({ id }) => id === "")) return [{ pointer, code: "attachments.unsent" }];
  if (attachments.some(({ id }) => refusalOf(id) !== null)) return [{ pointer, code: "attachments.refused" }];
  const parsed = validate(Attachments, readAttachments(attachments));
  return parsed.ok ? [] : parsed.errors.slice(0, 1).map((error) => ({ ...error, pointer }));
}

/** Skips invalid days, which the schema reports. */
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
