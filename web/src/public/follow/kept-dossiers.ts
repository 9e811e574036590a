/** A dossier sent from this device, with the key that opens it. */
export interface KeptDossier {
  id: string;
  accessKey: string;
  title: string;
  receivedAt: string;
}

const storageKey = "dossiers";

/** The dossiers sent or opened on this device, the newest first. */
export function listDossiers(): KeptDossier[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? "[]");
    return Array.isArray(kept) ? (kept as KeptDossier[]) : [];
  } catch {
    return [];
  }
}

/** Adds a dossier to the list of this device, or puts it in the place of the same one. */
export function keepDossier(entry: KeptDossier): void {
  store([entry, ...listDossiers().filter(({ id }) => id !== entry.id)]);
}

/** Takes a dossier off the list of this device. The record itself stays where it is. */
export function forgetDossier(id: string): void {
  store(listDossiers().filter((entry) => entry.id !== id));
}

function store(entries: KeptDossier[]): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify(entries));
  } catch {
    // A browser without storage keeps no list; the link on the receipt opens the dossier all the same.
  }
}
