import { createLoad, LoadNote } from "../parts/loading.tsx";
import "./units.css";
import { createMemo, For, Show } from "solid-js";
import { usePageTitle } from "../../page-title.ts";
import { useNavigate, useSearchParams } from "../../router.ts";
import { ExportMenu } from "../jobs/exports/export-menu.tsx";
import { pathTo } from "../parts/address.ts";
import { Choice } from "../parts/filters.tsx";
import { useSession } from "../parts/session.tsx";
import { useWords } from "../words/words.ts";
import { readTree } from "./api.ts";
import { rowsOf, type ShownTree, shownTrees } from "./tree.ts";
import { UnitPane } from "./unit-pane.tsx";

export function UnitsPage(props: { id: string | null }) {
  const { w } = useWords();
  const { session } = useSession();
  const navigate = useNavigate();
  const [search] = useSearchParams<{ tree: string; on: string; q: string }>();
  const on = () => (/^\d{4}-\d{2}-\d{2}$/.test(search.on ?? "") ? (search.on ?? "") : "");
  const shown = (): ShownTree => shownTrees.find((each) => each === search.tree) ?? "all";
  const tree = createLoad(
    () => `on ${on()}`,
    () => readTree(on()),
  );
  const rows = createMemo(() => rowsOf(tree.data()?.units ?? [], shown(), search.q ?? ""));
  const query = (change: Record<string, string> = {}) => ({
    tree: search.tree,
    on: search.on,
    q: search.q,
    ...change,
  });
  const go = (change: Record<string, string>) =>
    navigate(pathTo("units", query(change), props.id), { scroll: false, replace: "q" in change });
  usePageTitle(() => w("nav.units"));
  return (
    <div class="units-page" classList={{ reading: props.id !== null }} aria-busy={tree.busy()}>
      <header class="units-head">
        <div>
          <h1>{w("nav.units")}</h1>
          <p class="soft">
            {w("units.lead")} <Show when={tree.data()}>{w("units.count", { count: rows().length })}</Show>
          </p>
        </div>
        <div class="units-filters">
          <Choice
            label={w("register.system")}
            options={shownTrees.map((value) => ({ value, name: w(`units.tree.${value}`) }))}
            value={shown()}
            onChoose={(chosen) => go({ tree: chosen === "all" ? "" : chosen })}
          />
          <label>
            {w("units.on")}
            <input
              type="date"
              min="1945-01-01"
              max="2200-12-31"
              value={on() || (tree.data()?.today ?? "")}
              onChange={(event) => go({ on: event.currentTarget.value })}
            />
          </label>
          <label>
            {w("units.search")}
            <input
              type="search"
              value={search.q ?? ""}
              onInput={(event) => go({ q: event.currentTarget.value })}
            />
          </label>
          <Show when={session().grants[0]}>
            {(grant) => <ExportMenu list="units" unit={grant().unit} year={null} />}
          </Show>
        </div>
      </header>
      <LoadNote of={tree} />
      <div class="units-panes">
        <Show when={tree.data()}>
          <Show when={rows().length > 0} fallback={<p class="note">{w("units.none")}</p>}>
            <ul class="unit-tree">
              <For each={rows()}>
                {({ unit, depth, former }) => (
                  <li>
                    <a
                      href={pathTo("units", query(), unit.id)}
                      ref={(link) => link.style.setProperty("--depth", String(depth))}
                      aria-current={unit.id === props.id ? "true" : undefined}
                    >
                      <span>
                        {unit.name}
                        <Show when={former}>
                          {(name) => <span class="soft"> ({w("units.before", { name: name() })})</span>}
                        </Show>
                      </span>
                      <span class="code num">{unit.code}</span>
                    </a>
                  </li>
                )}
              </For>
            </ul>
          </Show>
        </Show>
        <Show when={props.id} keyed>
          {(id) => (
            <UnitPane
              id={id}
              units={tree.data()?.units ?? []}
              closeHref={pathTo("units", query())}
              onChanged={() => void tree.reload()}
            />
          )}
        </Show>
      </div>
    </div>
  );
}
