import { type Accessor, createEffect, createSignal, on, onCleanup } from "solid-js";

export interface Load<T> {
  /** What came last; stays while the same thing is asked for again. */
  data: Accessor<T | undefined>;
  failure: Accessor<unknown>;
  busy: Accessor<boolean>;
  /** Takes a newer view, such as the answer to a change. */
  put(data: T): void;
  reload(): Promise<void>;
}

/**
 * Loads what `key` names, anew whenever the key changes; nothing while it is null. An answer that comes after the key has changed is
 * dropped. Not a resource of Solid's, since those suspend the whole page while a pane of it loads.
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
