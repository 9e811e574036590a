import { useSession } from "./session.tsx";
import { typingMemory } from "./typing-memory.ts";

export interface KeptTyping<T> {
  /** What was typed here, followed like a signal; null where nothing is kept. */
  typed(): T | null;
  keep(typed: T): void;
  /** After it has been sent, or given up by the person. */
  forget(): void;
}

/**
 * Keeps what the person who is signed in types at a place (a form, and the record it is for) until it is sent: closing a dialog, an ended
 * session and a reload lose nothing. To be called while a component is set up.
 */
export function createKeptTyping<T>(place: () => string): KeptTyping<T> {
  const { session } = useSession();
  return {
    typed: () => typingMemory.read(session().email, place()) as T | null,
    keep: (typed) => typingMemory.keep(session().email, place(), typed),
    forget: () => typingMemory.keep(session().email, place(), null),
  };
}
