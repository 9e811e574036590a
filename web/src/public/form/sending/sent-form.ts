import { safeParse } from "valibot";
import { cleanLine } from "#core/base/text.ts";
import { Application, type ApplicationInput } from "#core/initiatives/application.ts";
import { Attachments } from "#core/initiatives/attachment.ts";
import { readAttachments, typeAttachments } from "../../../attachments/typed-attachment.ts";
import { type TypedForm, typeForm } from "../typed-form.ts";

/**
 * The form with each answer as it would be sent, written as people write it here: texts as they are kept, 25/12/2026, 8,33. An answer that the
 * rules cannot read stands as it was typed. `read` is what `readForm` made of the form.
 */
export function writeSent(form: TypedForm, read: Partial<ApplicationInput>): TypedForm {
  const { output, issues = [] } = safeParse(Application, read);
  const files = safeParse(Attachments, readAttachments(form.attachments));
  const sent: TypedForm = {
    // Of a form with faults it holds every answer too, those without a fault as they are kept.
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

/** Gives an answer back as it was typed; a fault of a whole list leaves its items as they are. */
function restoreTyped(sent: object, typed: object, path: readonly string[]): void {
  const [last = "", ...above] = path.toReversed();
  const branchOf = (of: object) => above.reduceRight((branch, key) => branch?.[key] as Branch, of as Branch);
  const [into, from] = [branchOf(sent), branchOf(typed)];
  const text = from?.[last];
  // Signs that nobody sees say nothing.
  if (into && typeof text === "string") into[last] = cleanLine(text) && text;
}
