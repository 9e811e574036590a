import { For, Show } from "solid-js";
import { NumberField } from "../parts/number-field.tsx";
import { useWords } from "../words/words.ts";
import type { TreeSectionProps } from "./section.tsx";
import { UnitChecklist } from "./unit-checklist.tsx";

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
