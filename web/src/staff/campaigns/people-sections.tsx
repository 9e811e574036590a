import { For, Show } from "solid-js";
import { foldMarks } from "../../../../functions/core/search-key.ts";
import { SelectField, TextField } from "../parts/fields.tsx";
import { NumberField } from "../parts/number-field.tsx";
import { useWords } from "../words.ts";
import type { TreeSectionProps } from "./section.ts";
import { UnitChecklist } from "./unit-checklist.tsx";

/** The units that take in applications. */
export function UnitsSection(props: TreeSectionProps) {
  const { w } = useWords();
  return (
    <Show when={props.units.length > 0} fallback={<p class="note">{w("campaigns.units.noTree")}</p>}>
      <UnitChecklist
        pointer="/receives"
        label={w("campaigns.units.list")}
        units={props.units}
        chosen={props.form.receives}
        disabled={props.frozen}
        onChange={(list) => props.set("receives", list)}
      />
    </Show>
  );
}

/** Councils: a name and the unit at which each sits. */
export function CouncilsSection(props: TreeSectionProps) {
  const { w } = useWords();
  const options = () => props.units.map(({ id, name }) => ({ value: id, name }));
  const add = () => {
    const taken = new Set(props.form.councils.map(({ unit }) => unit));
    const unit = props.units.find(({ id }) => !taken.has(id)) ?? props.units[0];
    if (!unit) return;
    const used = new Set(props.form.councils.map(({ id }) => id));
    const first = `hoi-dong-${foldMarks(unit.id)}`.slice(0, 70);
    let id = first;
    for (let n = 2; used.has(id); n++) id = `${first}-${n}`;
    const council = {
      id,
      name: w("campaigns.council.newName", { unit: unit.name }),
      unit: unit.id,
      level: unit.level,
    };
    props.set("councils", (list) => [...list, council]);
  };
  const seat = (i: number, id: string) => {
    const unit = props.units.find((candidate) => candidate.id === id);
    if (unit) props.set("councils", i, { unit: unit.id, level: unit.level });
  };
  return (
    <>
      <Show when={props.form.councils.length === 0}>
        <p class="soft">{w("campaigns.council.none")}</p>
      </Show>
      <ul class="entry-rows" id="at-councils" tabindex="-1">
        <For each={props.form.councils}>
          {(council, i) => (
            <li>
              <TextField
                pointer={`/councils/${i()}/name`}
                label={w("campaigns.council.name")}
                value={council.name}
                onInput={(name) => props.set("councils", i(), "name", name)}
              />
              <SelectField
                pointer={`/councils/${i()}/unit`}
                label={w("campaigns.council.unit")}
                options={options()}
                value={council.unit}
                onChoose={(unit) => seat(i(), unit)}
              />
              <button
                type="button"
                class="button quiet"
                aria-label={w("campaigns.removeWhat", { what: council.name })}
                onClick={() => props.set("councils", (list) => list.filter((_, at) => at !== i()))}
              >
                {w("campaigns.remove")}
              </button>
            </li>
          )}
        </For>
      </ul>
      <button type="button" class="button small" disabled={props.units.length === 0} onClick={add}>
        {w("campaigns.council.add")}
      </button>
    </>
  );
}

/** Who was called to take part: two numbers, and those of them that are units here. */
export function ParticipationSection(props: TreeSectionProps) {
  const { w } = useWords();
  return (
    <>
      <div class="entry-grid">
        <For each={["organisations", "hamlets"] as const}>
          {(name) => (
            <NumberField
              pointer={`/participation/${name}`}
              label={w(`campaigns.participation.${name}`)}
              value={props.form.participation[name]}
              onInput={(value) => props.set("participation", name, value)}
            />
          )}
        </For>
      </div>
      <details class="more">
        <summary>
          {w("campaigns.participation.units", { count: props.form.participation.units.length })}
        </summary>
        <UnitChecklist
          pointer="/participation/units"
          label={w("campaigns.section.participation")}
          units={props.units}
          chosen={props.form.participation.units}
          onChange={(list) => props.set("participation", "units", list)}
        />
      </details>
    </>
  );
}
