export interface KeptDossier {
  id: string;
  accessKey: string;
  title: string;
  receivedAt: string;
}

const storageKey = "dossiers";

export function listDossiers(): KeptDossier[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? "[]");
    return Array.isArray(kept) ? (kept as KeptDossier[]) : [];
  } catch {
    return [];
  }
}

export function keepDossier(entry: KeptDossier): void {
  store([entry, ...listDossiers().filter(({ id }) => id !== entry.id)]);
}

export function forgetDossier(id: string): void {
  store(listDossiers().filter((entry) => entry.id !== id));
}

function store(entries: KeptDossier[]): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify(entries));
  } catch {
    // Ignored: the link on the receipt still works.
  }
}
