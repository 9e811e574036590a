import { safeParse } from "valibot";
import { cleanLine } from "#core/base/text.ts";
import { Application, type ApplicationInput } from "#core/initiatives/application.ts";
import { Attachments } from "#core/initiatives/attachment.ts";
import { readAttachments, typeAttachments } from "../../../attachments/typed-attachment.ts";
import { typeForm } from "../typed-application.ts";
import type { TypedForm } from "../typed-form.ts";

/** Answers as they will be sent, in the form's notation: 25/12/2026, 8,33. Unreadable answers stay as typed. */
export function writeSent(form: TypedForm, read: Partial<ApplicationInput>): TypedForm {
  const { output, issues = [] } = safeParse(Application, read);
  const files = safeParse(Attachments, readAttachments(form.attachments));
  const sent: TypedForm = {
    // `output` contains the valid answers even if others have errors.
    ...typeForm(output as Application, form.unit),
    attachments: files.success ? typeAttachments(files.output) : form.attachments,
    unitTyped: form.unitTyped,
    declared: form.declared,
    consented: form.consented,
    publishName: form.publishName,
  };
  for (const { path = [] } of issues) {
    const keys = path.map(({ key }) => key as string);
    restoreTyped(sent, form, keys[0] === "contact" ? keys.slice(1) : keys);
  }
  return sent;
}

type Branch = Record<string, unknown>;

function restoreTyped(sent: object, typed: object, path: readonly string[]): void {
  const [last = "", ...above] = path.toReversed();
  const branchOf = (of: object) => above.reduceRight((branch, key) => branch?.[key] as Branch, of as Branch);
  const [into, from] = [branchOf(sent), branchOf(typed)];
  const text = from?.[last];
  // Invisible characters count as empty.
  if (into && typeof text === "string") into[last] = cleanLine(text) && text;
}
