import { useSession } from "./session.tsx";
import { typingMemory } from "./typing-memory.ts";

/** Unreadable text of number fields by pointer, with the form's value at that time. */
export interface KeptTexts {
  read(pointer: string, value: number | null): string | null;
  keep(pointer: string, text: string | null, value: number | null): void;
}

export interface KeptTyping<T> {
  /** Saved input as a signal; null if there is none. */
  typed(): T | null;
  keep(typed: T | null): void;
  texts: KeptTexts;
  forget(): void;
}

/**
 * Saves the signed-in person's input for a place (form and record) until it is sent, so that a closed dialog, an ended session or a
 * reload loses nothing. Call during component setup.
 */
export function createKeptTyping<T>(place: () => string): KeptTyping<T> {
  const { session } = useSession();
  const textsAt = () => `${place()} texts`;
  const texts = () =>
    (typingMemory.read(session().email, textsAt()) ?? {}) as Record<
      string,
      { text: string; value: number | null }
    >;
  return {
    typed: () => typingMemory.read(session().email, place()) as T | null,
    keep: (typed) => typingMemory.keep(session().email, place(), typed),
    texts: {
      // A row may have moved to another pointer; restore text only beside the same value.
      read: (pointer, value) => {
        const kept = texts()[pointer];
        return kept && kept.value === value ? kept.text : null;
      },
      keep: (pointer, text, value) => {
        const { [pointer]: before, ...others } = texts();
        if (text === null && before === undefined) return;
        typingMemory.keep(
          session().email,
          textsAt(),
          text === null ? others : { ...others, [pointer]: { text, value } },
        );
      },
    },
    forget: () => {
      typingMemory.keep(session().email, place(), null);
      typingMemory.keep(session().email, textsAt(), null);
    },
  };
}
