import { bindFields, type SavedTexts } from "./fields.tsx";
import { inputMemory } from "./input-memory.ts";
import { useSession } from "./session.tsx";

export interface SavedInput<T> {
  /** Reactive; null without input. */
  typed(): T | null;
  keep(typed: T | null): void;
  texts: SavedTexts;
  forget(): void;
}

/**
 * Keeps the user's input for a place (form and record) until it is sent, even across reloads. Call during component
 * setup.
 */
export function createSavedInput<T>(place: () => string): SavedInput<T> {
  const { session } = useSession();
  const textsAt = () => `${place()} texts`;
  const texts = () =>
    (inputMemory.read(session().email, textsAt()) ?? {}) as Record<
      string,
      { text: string; value: number | null }
    >;
  return {
    typed: () => inputMemory.read(session().email, place()) as T | null,
    keep: (typed) => inputMemory.keep(session().email, place(), typed),
    texts: {
      // A row may have moved to another pointer, so restore text only for the same value.
      read: (pointer, value) => {
        const kept = texts()[pointer];
        return kept && kept.value === value ? kept.text : null;
      },
      keep: (pointer, text, value) => {
        const { [pointer]: before, ...others } = texts();
        if (text === null && before === undefined) return;
        inputMemory.keep(
          session().email,
          textsAt(),
          text === null ? others : { ...others, [pointer]: { text, value } },
        );
      },
    },
    forget: () => {
      inputMemory.keep(session().email, place(), null);
      inputMemory.keep(session().email, textsAt(), null);
    },
  };
}

/** `field` binds a control; `base` is the prefix of its pointer. */
export function createSavedForm<T extends object>(place: () => string, initial: () => T, base = "") {
  const { typed: saved, keep, texts, forget } = createSavedInput<T>(place);
  const typed = () => saved() ?? initial();
  const put = (change: Partial<T>) => keep({ ...typed(), ...change });
  return { typed, put, field: bindFields(typed, put, base), texts, forget };
}
