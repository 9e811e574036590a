import { useSession } from "./session.tsx";
import { typingMemory } from "./typing-memory.ts";

/** What stands in number fields and is not read yet, by pointer, with the value that the form held meanwhile. */
export interface KeptTexts {
  read(pointer: string, value: number | null): string | null;
  keep(pointer: string, text: string | null, value: number | null): void;
}

export interface KeptTyping<T> {
  /** What was typed here, followed like a signal; null where nothing is kept. */
  typed(): T | null;
  keep(typed: T | null): void;
  texts: KeptTexts;
  /** After it has been sent, or given up by the person. */
  forget(): void;
}

/**
 * Keeps what the person who is signed in types at a place (a form, and the record it is for) until it is sent: closing a dialog, an ended
 * session and a reload lose nothing. To be called while a component is set up.
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
      // A row may have moved away from its pointer: a text belongs to the value that it was typed beside.
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
