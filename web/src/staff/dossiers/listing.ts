import { type Accessor, createSignal, onCleanup } from "solid-js";
import type { InitiativeSummary } from "#core/initiatives/initiative.ts";
import type { ListView } from "../../../../functions/api/initiatives/views.ts";
import { watch } from "../../watch.ts";
import { useCall } from "../parts/session.tsx";

export interface Listing {
  items: Accessor<InitiativeSummary[]>;
  /** True once the first page is loaded. */
  ready: Accessor<boolean>;
  busy: Accessor<boolean>;
  failure: Accessor<unknown>;
  hasMore: Accessor<boolean>;
  more(): Promise<void>;
  reload(): void;
  /** Replaces a dossier in the list; null removes it. */
  replace(id: string, change: InitiativeSummary | null): void;
}

export function createListing(
  key: Accessor<string | null>,
  page: (key: string, cursor: string | null) => Promise<ListView>,
): Listing {
  const [items, setItems] = createSignal<InitiativeSummary[]>([]);
  const [cursor, setCursor] = createSignal<string | null>(null);
  const [ready, setReady] = createSignal(false);
  const [busy, setBusy] = createSignal(false);
  const [failure, setFailure] = createSignal<unknown>(null);
  const call = useCall();
  let latest = 0;
  const read = async (from: string | null) => {
    const wanted = key();
    if (wanted === null) return;
    const request = ++latest;
    setBusy(true);
    setFailure(null);
    try {
      const view = await call(() => page(wanted, from));
      if (request !== latest) return;
      const before = from === null ? [] : items();
      const known = new Set(before.map(({ id }) => id));
      setItems([...before, ...view.items.filter(({ id }) => !known.has(id))]);
      setCursor(view.cursor);
      setReady(true);
    } catch (error) {
      if (request === latest) setFailure(() => error);
    } finally {
      if (request === latest) setBusy(false);
    }
  };
  const reload = () => {
    setItems([]);
    setCursor(null);
    setReady(false);
    void read(null);
  };
  watch(key, reload);
  onCleanup(() => latest++);
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
