import { createMemo, createSignal, createUniqueId, For, Show } from "solid-js";
import type { TreeUnit } from "../../../../functions/api/campaigns/views.ts";
import { Button } from "../../button.tsx";
import { matchUnits } from "../../combobox/unit-match.ts";
import { Check } from "../parts/check-fields.tsx";
import { useFault } from "../parts/fields.tsx";
import { Status } from "../parts/messages.tsx";
import { useWords } from "../words/words.ts";

interface Row {
  unit: TreeUnit;
  depth: number;
}

export function treeRows(units: readonly TreeUnit[]): Row[] {
  const known = new Set(units.map(({ id }) => id));
  const below = Map.groupBy(units, ({ parent }) => (parent !== null && known.has(parent) ? parent : ""));
  const rows: Row[] = [];
  const visit = (parent: string, depth: number) => {
    const children = (below.get(parent) ?? []).toSorted(
      (a, b) => a.system.localeCompare(b.system) || a.code.localeCompare(b.code),
    );
    for (const unit of children) {
      rows.push({ unit, depth });
      visit(unit.id, depth + 1);
    }
  };
  visit("", 0);
  return rows;
}

export function UnitChecklist(props: {
  pointer: string;
  label: string;
  units: readonly TreeUnit[];
  chosen: readonly string[];
  disabled?: boolean;
  onChange: (chosen: string[]) => void;
}) {
  const { w, m, e } = useWords();
  const search = createUniqueId();
  const [typed, setTyped] = createSignal("");
  const [onlyChosen, setOnlyChosen] = createSignal(false);
  const fault = useFault(() => props.pointer, true);
  const rows = createMemo(() => treeRows(props.units));
  const chosen = createMemo(() => new Set(props.chosen));
  const shown = createMemo(() => {
    const match = matchUnits(typed());
    return rows().filter(({ unit }) => match(unit) !== null && (!onlyChosen() || chosen().has(unit.id)));
  });
  const put = (ids: string[], into: boolean) => {
    const next = new Set(props.chosen);
    for (const id of ids) into ? next.add(id) : next.delete(id);
    // Tree order, so that the same choice always gives the same list.
    props.onChange([...rows().flatMap(({ unit }) => (next.delete(unit.id) ? [unit.id] : [])), ...next]);
  };
  const shownIds = () => shown().map(({ unit }) => unit.id);
  return (
    <div class="unit-list" classList={{ bad: fault() !== undefined }}>
      <div class="unit-tools">
        <div class="entry">
          <label for={search}>{w("units.search")}</label>
          <input
            id={search}
            type="search"
            autocomplete="off"
            value={typed()}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        </div>
        <div class="entry">
          <Check label={w("campaigns.units.onlyChosen")} checked={onlyChosen()} onChange={setOnlyChosen} />
        </div>
        <Status
          class="count"
          text={w("campaigns.units.chosen", { count: props.chosen.length, of: props.units.length })}
        />
      </div>
      <Show when={fault()}>{(found) => <p class="error">{e(found())}</p>}</Show>
      <section
        class="unit-scroll"
        tabindex="0"
        aria-label={props.label}
        id={`at${props.pointer.replaceAll("/", "-")}`}
      >
        <ul>
          <For each={shown()} fallback={<li class="soft">{w("campaigns.units.nothing")}</li>}>
            {({ unit, depth }) => (
              <li ref={(item) => item.style.setProperty("--depth", String(depth))}>
                <label>
                  <input
                    type="checkbox"
                    checked={chosen().has(unit.id)}
                    disabled={props.disabled}
                    onChange={(event) => put([unit.id], event.currentTarget.checked)}
                  />
                  <span>
                    {unit.name}{" "}
                    <span class="soft">
                      {unit.code} · {m(`system.${unit.system}`)}
                    </span>
                  </span>
                </label>
              </li>
            )}
          </For>
        </ul>
      </section>
      <Show when={!props.disabled}>
        <div class="unit-all">
          <Button class="small" label={w("campaigns.units.all")} onClick={() => put(shownIds(), true)} />
          <Button
            class="small quiet"
            label={w("campaigns.units.noneShown")}
            onClick={() => put(shownIds(), false)}
          />
        </div>
      </Show>
    </div>
  );
}
