import { type Accessor, createEffect, createSignal, on, onCleanup } from "solid-js";
import type { InitiativeSummary } from "#core/initiatives/initiative.ts";
import type { ListView } from "../../../../functions/api/initiatives/views.ts";

export interface Listing {
  items: Accessor<InitiativeSummary[]>;
  /** True once the first page has come. */
  ready: Accessor<boolean>;
  busy: Accessor<boolean>;
  failure: Accessor<unknown>;
  /** True while the server has more behind what is shown. */
  hasMore: Accessor<boolean>;
  more(): Promise<void>;
  reload(): void;
  /** Puts `change` of a dossier in its place; null takes it out of the list. */
  replace(id: string, change: InitiativeSummary | null): void;
}

/** A list read page by page: `page` loads what stands behind a cursor. It starts over whenever `key` changes. */
export function createListing(
  key: Accessor<string | null>,
  page: (key: string, cursor: string | null) => Promise<ListView>,
): Listing {
  const [items, setItems] = createSignal<InitiativeSummary[]>([]);
  const [cursor, setCursor] = createSignal<string | null>(null);
  const [ready, setReady] = createSignal(false);
  const [busy, setBusy] = createSignal(false);
  const [failure, setFailure] = createSignal<unknown>(null);
  let turn = 0;
  const read = async (from: string | null) => {
    const wanted = key();
    if (wanted === null) return;
    const mine = ++turn;
    setBusy(true);
    setFailure(null);
    try {
      const view = await page(wanted, from);
      if (mine !== turn) return;
      const before = from === null ? [] : items();
      const known = new Set(before.map(({ id }) => id));
      setItems([...before, ...view.items.filter(({ id }) => !known.has(id))]);
      setCursor(view.cursor);
      setReady(true);
    } catch (error) {
      if (mine === turn) setFailure(() => error);
    } finally {
      if (mine === turn) setBusy(false);
    }
  };
  const reload = () => {
    setItems([]);
    setCursor(null);
    setReady(false);
    void read(null);
  };
  createEffect(on(key, reload));
  onCleanup(() => turn++);
  return {
    items,
    ready,
    busy,
    failure,
    hasMore: () => cursor() !== null,
    more: () => read(cursor()),
    reload,
    replace: (id, change) =>
      setItems((list) => list.flatMap((item) => (item.id !== id ? [item] : change === null ? [] : [change]))),
  };
}
