import type { TypedForm } from "../form/typed-form.ts";

const storageKey = (id: string) => `correction:${id}`;

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

/** Returns false if the browser refuses storage. */
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
    // No storage, so nothing to remove.
  }
}
