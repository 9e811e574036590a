import { createSignal, type JSX, onCleanup, onMount, Show } from "solid-js";
import type { InitiativeSummary } from "#core/initiatives/initiative.ts";
import type { InitiativeView } from "../../../../functions/api/initiatives/views.ts";
import { Button } from "../../button.tsx";
import { usePageTitle } from "../../page-title.ts";
import { useNavigate } from "../../router.ts";
import { today as serverDay } from "../../server-time.ts";
import { watch } from "../../watch.ts";
import { FailureNote } from "../parts/loading.tsx";
import { Status } from "../parts/messages.tsx";
import { ShortcutsDialog, useShortcuts } from "../parts/shortcuts.tsx";
import { useWords } from "../words/words.ts";
import { DossierPane } from "./dossier-pane.tsx";
import { DossierTable, type SortColumn, sortItems } from "./dossier-table.tsx";
import type { Listing } from "./listing.ts";

export function DossierList(props: {
  title: string;
  filters: JSX.Element;
  listing: Listing;
  caption: (count: number, hasMore: boolean) => string;
  empty: string;
  id: string | null;
  pathTo: (id: string | null) => string;
  numbered?: boolean;
  sort?: SortColumn | undefined;
  onSort?: ((column: SortColumn) => void) | undefined;
  belongs: (view: InitiativeView) => boolean;
}) {
  const { w } = useWords();
  const navigate = useNavigate();
  const [help, setHelp] = createSignal(false);
  const [status, setStatus] = createSignal("");
  const today = serverDay();
  const sorted = () => sortItems(props.listing.items(), props.sort ?? "due");
  let desk: HTMLDivElement | undefined;
  let list: HTMLElement | undefined;
  let last: string | null = null;

  const links = () => [...(list?.querySelectorAll<HTMLAnchorElement>("a[data-dossier]") ?? [])];
  const focusOn = (id: string | null) => {
    const link = links().find((candidate) => candidate.dataset.dossier === id) ?? links()[0];
    link?.focus();
  };
  const walk = (step: 1 | -1) => {
    const all = links();
    const focused = all.indexOf(document.activeElement as HTMLAnchorElement);
    const at = focused >= 0 ? focused : all.findIndex(({ dataset }) => dataset.dossier === last);
    all[Math.min(all.length - 1, Math.max(0, at < 0 ? 0 : at + step))]?.focus();
  };
  const close = () => {
    if (props.id !== null) navigate(props.pathTo(null), { scroll: false });
  };
  usePageTitle(() => (props.id === null ? props.title : `${props.id} · ${props.title}`));
  useShortcuts({ j: () => walk(1), k: () => walk(-1), "?": () => setHelp(true), Escape: close });

  // Passes the height above the panes to CSS.
  onMount(() => {
    const measure = () => desk?.style.setProperty("--above", `${Math.round(desk.offsetTop)}px`);
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    measure();
    onCleanup(() => observer.disconnect());
  });
  watch(
    () => props.id,
    (id, before) => {
      if (id !== null) last = id;
      // The focused element was in the closed dossier; focus the dossier's row.
      else if (before)
        requestAnimationFrame(() => {
          if (document.activeElement === document.body) focusOn(last);
        });
    },
  );
  watch(props.listing.items, (items, before) => {
    if (before && before.length > 0 && items.length > before.length)
      setStatus(w("list.loaded", { count: items.length }));
  });

  const takeMove = (view: InitiativeView) => {
    const shown = props.listing.items().find(({ id }) => id === view.id);
    if (shown) props.listing.replace(view.id, props.belongs(view) ? withView(shown, view) : null);
  };

  return (
    <div ref={desk} class="desk" classList={{ reading: props.id !== null }}>
      <section class="list-pane" aria-labelledby="desk-title">
        <div class="list-head">
          <h1 id="desk-title">{props.title}</h1>
          <button type="button" class="button small keys-button" onClick={() => setHelp(true)}>
            {w("list.keys")} <kbd>?</kbd>
          </button>
          {props.filters}
        </div>
        <section
          ref={list}
          class="scroller"
          tabindex="0"
          aria-label={w("list.region")}
          aria-busy={props.listing.busy()}
        >
          <Show when={props.listing.failure()}>
            {(failure) => <FailureNote failure={failure()} onRetry={() => void props.listing.reload()} />}
          </Show>
          <Show when={props.listing.items().length > 0}>
            <DossierTable
              items={sorted()}
              caption={props.caption(sorted().length, props.listing.hasMore())}
              today={today}
              selected={props.id}
              hrefOf={props.pathTo}
              numbered={props.numbered ?? false}
              sort={props.sort}
              onSort={props.onSort}
            />
          </Show>
          <Show when={props.listing.ready() && props.listing.items().length === 0}>
            <p class="note">{props.empty}</p>
          </Show>
          <Show when={props.listing.busy()}>
            <p class="soft busy">{w("load.busy")}</p>
          </Show>
          <Show when={props.listing.hasMore() && !props.listing.busy()}>
            <Button class="more" label={w("list.more")} onClick={() => void props.listing.more()} />
          </Show>
        </section>
      </section>
      <Show when={props.id}>
        {(id) => (
          <DossierPane
            id={id()}
            today={today}
            backTo={props.pathTo(null)}
            onClose={close}
            onChanged={takeMove}
          />
        )}
      </Show>
      <Status class="visually-hidden" text={status()} />
      <ShortcutsDialog open={help()} onClose={() => setHelp(false)} />
    </div>
  );
}

function withView(summary: InitiativeSummary, view: InitiativeView): InitiativeSummary {
  const { state, dueOn, number, recognitions, council } = view;
  return { ...summary, state, dueOn, number, recognitions, council: council?.id ?? null };
}
