import { type Accessor, createSignal } from "solid-js";
import { ProblemError } from "../../api.ts";
import { useWords } from "../words/words.ts";
import { isProblem } from "./api.ts";
import type { Fault } from "./fields.tsx";

type Words = ReturnType<typeof useWords>;

export function describeError(error: unknown, w: Words["w"], m: Words["m"]): string {
  if (!(error instanceof ProblemError) || error.code === "offline") return w("campaigns.network");
  const why = error.errors.map(({ detail }) => detail).join(" ") || m(`problem.${error.code}`);
  return w("campaigns.refused", { why });
}

/** Field faults, a message, or both. */
export interface Refusal {
  faults?: readonly Fault[];
  trouble?: string;
}

/** Returns a refusal found by the page, or throws the API's error. */
export type Attempt = () => Promise<Refusal | null> | Promise<void>;

export interface Sending {
  busy: Accessor<boolean>;
  faults: Accessor<Fault[]>;
  trouble: Accessor<string>;
  /** Runs one attempt at a time; true on success. */
  run(attempt: Attempt): Promise<boolean>;
  /** Shows an error from elsewhere, e.g. from polling. */
  fail(error: unknown): Promise<void>;
  reset(): void;
}

/**
 * `explain` translates errors of the form. If it returns null, field faults or a general message are shown. Call during
 * component setup.
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
    return { trouble: describeError(error, w, m) };
  };
  const refusalOf = async (error: unknown): Promise<Refusal> => {
    try {
      return (await explain?.(error)) ?? explainAny(error);
    } catch (next) {
      // `explain` may itself call the API and fail.
      return explainAny(next);
    }
  };
  return {
    busy,
    faults,
    trouble,
    reset: () => show({}),
    fail: async (error) => show(await refusalOf(error)),
    run: async (attempt) => {
      if (busy()) return false;
      setBusy(true);
      setTrouble("");
      const refusal = await attempt().then((result) => result ?? null, refusalOf);
      setBusy(false);
      show(refusal ?? {});
      return refusal === null;
    },
  };
}

/** Field faults of an error, with `base` before their pointers; null if there are none. */
export function faultsBelow(base: string, error: unknown): Refusal | null {
  if (!(error instanceof ProblemError) || error.errors.length === 0) return null;
  return { faults: error.errors.map((fault) => ({ ...fault, pointer: `${base}${fault.pointer}` })) };
}

/** Sending state of a button without fields. `onError` runs before the error is shown. */
export function createAction(onError?: (error: unknown) => Promise<void> | undefined): Sending {
  const { w, m } = useWords();
  return createSending(async (error) => {
    await onError?.(error);
    return { trouble: describeError(error, w, m) };
  });
}
