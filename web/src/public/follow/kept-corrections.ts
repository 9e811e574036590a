import type { TypedForm } from "../form/typed-form.ts";

const storageKey = (id: string) => `correction:${id}`;

/** What somebody has begun to type for a dossier and not sent: a corrected form, a report of the result. */
export interface Corrections {
  form?: TypedForm;
  report?: { benefitsByAuthor: string; benefitsByUsers: string };
}

/** What is kept on this device for a dossier. */
export function readCorrections(id: string): Corrections {
  try {
    return JSON.parse(localStorage.getItem(storageKey(id)) ?? "{}") as Corrections;
  } catch {
    return {};
  }
}

/** Keeps it, beside what else is kept for the dossier; false where the browser does not let us. */
export function keepCorrection(id: string, corrections: Corrections): boolean {
  try {
    localStorage.setItem(storageKey(id), JSON.stringify({ ...readCorrections(id), ...corrections }));
    return true;
  } catch {
    return false;
  }
}

/** Takes all of it off this device, once it has been sent or is given up. */
export function forgetCorrections(id: string): void {
  try {
    localStorage.removeItem(storageKey(id));
  } catch {
    // Without storage there is nothing to forget.
  }
}
