import { type Accessor, createSignal } from "solid-js";
import { ProblemError } from "../../api.ts";
import { useWords } from "../words/words.ts";
import { isProblem } from "./api.ts";
import type { Fault } from "./fields.tsx";
import { sayTrouble } from "./trouble.ts";

/** Why an attempt did not succeed: faults of single fields, a sentence about the whole, or both. */
export interface Refusal {
  faults?: readonly Fault[];
  trouble?: string;
}

/** An attempt to send a form. It returns a refusal that the page itself found, or throws what the API answered. */
export type Attempt = () => Promise<Refusal | null> | Promise<void>;

export interface Sending {
  busy: Accessor<boolean>;
  faults: Accessor<Fault[]>;
  trouble: Accessor<string>;
  /** Runs one attempt at a time, and returns true where it succeeded. */
  run(attempt: Attempt): Promise<boolean>;
  /** Forgets what the last attempt said. */
  reset(): void;
}

/**
 * State of a form that is sent: whether an attempt runs, and what was wrong with the last one. `explain` turns refusals that are
 * particular to the form into words or faults; where it returns null, the fields at fault are shown, else the refusal in a sentence.
 * To be called while a component is set up.
 */
export function createSending(
  explain?: (error: unknown) => Refusal | null | Promise<Refusal | null>,
): Sending {
  const { w, m } = useWords();
  const [busy, setBusy] = createSignal(false);
  const [faults, setFaults] = createSignal<Fault[]>([]);
  const [trouble, setTrouble] = createSignal("");
  const show = ({ faults = [], trouble = "" }: Refusal) => {
    setFaults([...faults]);
    setTrouble(trouble);
  };
  const explainAny = (error: unknown): Refusal => {
    if (isProblem(error, "session.missing")) return { trouble: w("lost.title") };
    if (error instanceof ProblemError && error.errors.length > 0) return { faults: error.errors };
    return { trouble: sayTrouble(error, w, m) };
  };
  const attemptOnce = async (attempt: Attempt): Promise<Refusal | null> => {
    try {
      return (await attempt()) ?? null;
    } catch (error) {
      try {
        return (await explain?.(error)) ?? explainAny(error);
      } catch (next) {
        // The explanation itself may have asked the API, and failed.
        return explainAny(next);
      }
    }
  };
  return {
    busy,
    faults,
    trouble,
    reset: () => show({}),
    run: async (attempt) => {
      if (busy()) return false;
      setBusy(true);
      setTrouble("");
      const refusal = await attemptOnce(attempt);
      setBusy(false);
      show(refusal ?? {});
      return refusal === null;
    },
  };
}
