import { createSignal } from "solid-js";

const prefix = "staff.typed/";

/** What this page holds, by the key under which the tab keeps it; the tab's own store is read where nothing is held yet. */
const held = new Map<string, unknown>();
const [changes, setChanges] = createSignal(0);

/** What is being typed, by person (mail address) and place. Kept no longer than the tab: an office machine is shared, and the data are others'. */
export const typingMemory = {
  /** What was kept, followed like a signal; null where nothing is. */
  read(person: string, place: string): unknown {
    changes();
    const key = keyOf(person, place);
    return held.has(key) ? held.get(key) : readTab(key);
  },
  keep(person: string, place: string, typed: unknown): void {
    const key = keyOf(person, place);
    held.set(key, typed);
    inTab((tab) => (typed === null ? tab.removeItem(key) : tab.setItem(key, JSON.stringify(typed))));
    setChanges((n) => n + 1);
  },
  /** Forgets what was typed by others than `person`, or by all: it is not for whoever sits down next. */
  keepOnly(person: string | null): void {
    const isOthers = (key: string) =>
      key.startsWith(prefix) && (person === null || !key.startsWith(keyOf(person, "")));
    for (const key of [...held.keys()].filter(isOthers)) held.delete(key);
    inTab((tab) => {
      for (const key of Object.keys(tab).filter(isOthers)) tab.removeItem(key);
    });
    setChanges((n) => n + 1);
  },
};

const keyOf = (person: string, place: string) => `${prefix}${person}/${place}`;

function readTab(key: string): unknown {
  let kept: unknown = null;
  inTab((tab) => {
    kept = JSON.parse(tab.getItem(key) ?? "null");
  });
  return kept;
}

/** Without storage, or with what cannot be read, only a reload loses it. */
function inTab(use: (tab: Storage) => void): void {
  try {
    use(sessionStorage);
  } catch {
    // What this page holds stays.
  }
}
