import { createMemo, createSignal, For } from "solid-js";
import { Button } from "../../../button.tsx";
import { matchUnits } from "../../../combobox/unit-match.ts";
import { idOf } from "../../parts/fields.tsx";
import { useWords } from "../../words/words.ts";

/** Proposed units are ticked by default. */
export function UnitChoice(props: {
  units: readonly { id: string; name: string; code: string }[];
  campaigns: readonly string[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}) {
  const { w } = useWords();
  const [typed, setTyped] = createSignal("");
  const chosen = createMemo(() => new Set(props.chosen));
  const shown = createMemo(() => {
    const match = matchUnits(typed());
    return props.units.filter((unit) => match(unit) !== null);
  });
  const put = (ids: string[], into: boolean) => {
    const next = new Set(props.chosen);
    for (const id of ids) into ? next.add(id) : next.delete(id);
    props.onChange(props.units.flatMap(({ id }) => (next.has(id) ? [id] : [])));
  };
  const shownIds = () => shown().map(({ id }) => id);
  return (
    <fieldset class="unit-choice">
      <legend>{w("requests.units", { count: props.chosen.length, of: props.units.length })}</legend>
      <p class="soft">
        {props.campaigns.length > 0
          ? w("requests.unitsFrom", { campaign: props.campaigns.join("; ") })
          : w("requests.unitsBelow")}
      </p>
      <div class="unit-all">
        <label class="pick-one">
          <span>{w("requests.unitsSearch")}</span>
          <input
            type="search"
            autocomplete="off"
            value={typed()}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        </label>
        <Button
          class="small"
          label={w("requests.unitsAll")}
          ariaDisabled={shown().every(({ id }) => chosen().has(id))}
          onClick={() => put(shownIds(), true)}
        />
        <Button
          class="small quiet"
          label={w("requests.unitsNone")}
          ariaDisabled={!shown().some(({ id }) => chosen().has(id))}
          onClick={() => put(shownIds(), false)}
        />
      </div>
      <section class="unit-scroll" tabindex="0" id={idOf("/units")} aria-label={w("requests.unitsLabel")}>
        <ul>
          <For each={shown()} fallback={<li class="soft">{w("requests.unitsNothing")}</li>}>
            {(unit) => (
              <li>
                <label>
                  <input
                    type="checkbox"
                    checked={chosen().has(unit.id)}
                    onChange={(event) => put([unit.id], event.currentTarget.checked)}
                  />
                  <span>
                    {unit.name} <span class="soft">{unit.code}</span>
                  </span>
                </label>
              </li>
            )}
          </For>
        </ul>
      </section>
    </fieldset>
  );
}
