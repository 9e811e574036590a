import { type Accessor, createEffect, createSignal, on, onCleanup } from "solid-js";

export interface Load<T> {
  /** Last result; kept while the same key is reloaded. */
  data: Accessor<T | undefined>;
  failure: Accessor<unknown>;
  busy: Accessor<boolean>;
  /** Replaces the data, e.g. with the answer to a change. */
  put(data: T): void;
  reload(): Promise<void>;
}

/**
 * Loads the resource for `key`; reloads when it changes; idle while null. Late answers for an old key are dropped. Solid's
 * `createResource` would suspend the whole page.
 */
export function createLoad<T>(key: Accessor<string | null>, load: (key: string) => Promise<T>): Load<T> {
  const [data, setData] = createSignal<T>();
  const [failure, setFailure] = createSignal<unknown>(null);
  const [busy, setBusy] = createSignal(false);
  let turn = 0;
  const run = async () => {
    const wanted = key();
    const mine = ++turn;
    setFailure(null);
    setBusy(wanted !== null);
    if (wanted === null) return;
    try {
      const answer = await load(wanted);
      if (mine === turn) setData(() => answer);
    } catch (error) {
      if (mine === turn) setFailure(() => error);
    } finally {
      if (mine === turn) setBusy(false);
    }
  };
  createEffect(
    on(key, () => {
      setData(undefined);
      void run();
    }),
  );
  onCleanup(() => turn++);
  return { data, failure, busy, put: (answer) => setData(() => answer), reload: run };
}
