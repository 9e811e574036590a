import { toBase64Url } from "../../../functions/core/base64url.ts";
import { emptyForm, type TypedForm } from "./typed-form.ts";

/** A form that is being filled in on this device, with the secret under which it will be sent. */
export interface Draft {
  /** The `Idempotency-Key`: drawn with the draft, so that sending it again gives the same receipt. */
  key: string;
  savedAt: string;
  form: TypedForm;
}

const keptAs = "draft";

/** Draws the secret of a new submission: 256 random bits in base64url. */
export function drawKey(): string {
  return toBase64Url(crypto.getRandomValues(new Uint8Array(32)));
}

/** The draft kept on this device, or null. A member that an older version did not know is empty. */
export async function readDraft(): Promise<Draft | null> {
  try {
    const kept = localStorage.getItem(keptAs);
    if (kept === null) return null;
    const draft = JSON.parse(kept) as Draft;
    return { ...draft, form: { ...emptyForm(), ...draft.form } };
  } catch {
    return null;
  }
}

/** Keeps the draft on this device; false where the browser does not let us. */
export async function keepDraft(draft: Draft): Promise<boolean> {
  try {
    localStorage.setItem(keptAs, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

/** Takes the draft off this device. */
export async function forgetDraft(): Promise<void> {
  try {
    localStorage.removeItem(keptAs);
  } catch {
    // Without storage there is nothing to forget.
  }
}
