import type { TypedForm } from "../form/typed-form.ts";

const storageKey = (id: string) => `correction:${id}`;

/** Unsent input for a dossier: a corrected form, a result report. */
export interface Corrections {
  form?: TypedForm;
  report?: { benefitsByAuthor: string; benefitsByUsers: string };
}

export function readCorrections(id: string): Corrections {
  try {
    return JSON.parse(localStorage.getItem(storageKey(id)) ?? "{}") as Corrections;
  } catch {
    return {};
  }
}

/** Merges with what is kept for the dossier; false if the browser stores nothing. */
export function keepCorrection(id: string, corrections: Corrections): boolean {
  try {
    localStorage.setItem(storageKey(id), JSON.stringify({ ...readCorrections(id), ...corrections }));
    return true;
  } catch {
    return false;
  }
}

export function forgetCorrections(id: string): void {
  try {
    localStorage.removeItem(storageKey(id));
  } catch {
    // Without storage there is nothing to remove.
  }
}
