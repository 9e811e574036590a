import { drawKey } from "../form/drafts.ts";
import { emptyForm, type TypedForm } from "../form/typed-form.ts";

/** A paper form that is being typed in, with the secret under which it will be sent. */
export interface PaperDraft {
  key: string;
  form: TypedForm;
}

const keptAs = "staff.paper";

/** The form begun in this tab, or a new one. Kept no longer than the tab: an office machine is shared, and the data are somebody else's. */
export function readPaperDraft(): PaperDraft {
  try {
    const kept = JSON.parse(sessionStorage.getItem(keptAs) ?? "null") as PaperDraft | null;
    if (kept) return { key: kept.key, form: { ...emptyForm(), ...kept.form } };
  } catch {
    // What cannot be read is begun anew.
  }
  return { key: drawKey(), form: emptyForm() };
}

/** Keeps the form for a reload of the tab. */
export function keepPaperDraft(draft: PaperDraft): void {
  try {
    sessionStorage.setItem(keptAs, JSON.stringify(draft));
  } catch {
    // Without storage only a reload would lose it.
  }
}

/** Takes the form off this device. */
export function forgetPaperDraft(): void {
  try {
    sessionStorage.removeItem(keptAs);
  } catch {
    // Without storage there is nothing to forget.
  }
}
