import { createSignal } from "solid-js";

const prefix = "staff.typed/";

/** In-memory copy of session storage; reads use it first. */
const held = new Map<string, unknown>();
const [changes, setChanges] = createSignal(0);

/** Unsent input by person (e-mail address) and place. Stored per tab only, because office machines are shared. */
export const inputMemory = {
  /** Reactive; null without input. */
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
  /** Deletes other people's input, or everyone's for null. */
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

function inTab(use: (tab: Storage) => void): void {
  try {
    use(sessionStorage);
  } catch {
    // The in-memory copy remains.
  }
}
