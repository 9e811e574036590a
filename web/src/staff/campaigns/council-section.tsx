import { createSignal, For, Show } from "solid-js";
import type { CampaignCouncil } from "#core/campaigns/campaign.ts";
import type { CouncilView } from "../../../../functions/api/campaigns/views.ts";
import { Button } from "../../button.tsx";
import { writeDay } from "../../dates.ts";
import { SelectField, useFault } from "../parts/fields.tsx";
import { createLoad, LoadNote } from "../parts/loading.tsx";
import { useWords } from "../words/words.ts";
import { readCouncils } from "./api.ts";
import { CouncilDialog } from "./council-dialog.tsx";
import { RemoveButton, type TreeSectionProps } from "./section.tsx";

export function CouncilsSection(
  props: TreeSectionProps & {
    held: readonly CampaignCouncil[];
  },
) {
  const { w } = useWords();
  const [editing, setEditing] = createSignal<CouncilView | null>(null);
  const [founding, setFounding] = createSignal(false);
  const list = createLoad(() => props.form.unit || null, readCouncils);
  const known = () => list.data()?.councils ?? [];
  const councilOf = (id: string) => known().find((council) => council.id === id);
  const heldOf = (id: string) => props.held.find((council) => council.id === id);
  const unitOf = (id: string) => councilOf(id)?.unit.id ?? heldOf(id)?.unit;
  const nameOf = (id: string) =>
    (props.frozen ? heldOf(id)?.name : undefined) ?? councilOf(id)?.name ?? heldOf(id)?.name ?? "";
  const unitNameOf = (id: string) =>
    props.units.find((unit) => unit.id === unitOf(id))?.name ?? councilOf(id)?.unit.name ?? "";
  const isFree = (council: CouncilView) =>
    council.sits &&
    !props.form.councils.some((id) => unitOf(id) === council.unit.id) &&
    (props.frozen || props.units.some(({ id }) => id === council.unit.id));
  const options = () => [
    { value: "", name: w("campaigns.council.choose") },
    ...known()
      .filter(isFree)
      .map(({ id, name, unit }) => ({ value: id, name: `${name} (${unit.name})` })),
  ];
  const name = (id: string) => id !== "" && props.set("councils", (ids) => [...ids, id]);
  return (
    <>
      <Show when={props.form.councils.length === 0}>
        <p class="soft">{w("campaigns.council.none")}</p>
      </Show>
      <ul class="entry-rows" id="at-councils" tabindex="-1">
        <For each={props.form.councils}>
          {(id, at) => (
            <li>
              <CouncilLine
                at={at()}
                name={nameOf(id)}
                unit={unitNameOf(id)}
                endsOn={councilOf(id)?.endsOn ?? null}
              />
              <div class="actions">
                <Show when={councilOf(id)}>
                  {(council) => (
                    <Button
                      class="small quiet"
                      label={w("campaigns.council.change")}
                      ariaLabel={w("campaigns.council.changeWhat", { what: nameOf(id) })}
                      onClick={() => setEditing(council())}
                    />
                  )}
                </Show>
                <Show when={!(props.frozen && heldOf(id))}>
                  <RemoveButton
                    small
                    what={nameOf(id)}
                    onClick={() => props.set("councils", (ids) => ids.filter((each) => each !== id))}
                  />
                </Show>
              </div>
            </li>
          )}
        </For>
      </ul>
      <LoadNote of={list} />
      <div class="entry-grid">
        <SelectField
          pointer="/councils/add"
          label={w("campaigns.council.add")}
          options={options()}
          value=""
          onInput={name}
        />
      </div>
      <p>
        <Button
          class="small"
          label={w("campaigns.council.found")}
          disabled={props.units.length === 0}
          onClick={() => setFounding(true)}
        />
      </p>
      <CouncilDialog
        open={founding() || editing() !== null}
        council={editing()}
        units={props.units.filter(({ level }) => level !== "residentialArea")}
        onClose={() => {
          setFounding(false);
          setEditing(null);
        }}
        onKept={async (council) => {
          const isNew = editing() === null;
          setFounding(false);
          setEditing(null);
          await list.reload();
          if (isNew && !props.form.councils.some((id) => unitOf(id) === council.unit.id)) name(council.id);
        }}
      />
    </>
  );
}

function CouncilLine(props: { at: number; name: string; unit: string; endsOn: string | null }) {
  const { w, e } = useWords();
  const fault = useFault(() => `/councils/${props.at}`);
  return (
    <div
      class="entry"
      classList={{ bad: fault() !== undefined }}
      id={`at-councils-${props.at}`}
      tabindex="-1"
    >
      <strong>{props.name}</strong>
      <span class="soft">
        {props.unit}
        <Show when={props.endsOn}>
          {(day) => ` · ${w("campaigns.council.until", { day: writeDay(day()) })}`}
        </Show>
      </span>
      <Show when={fault()}>{(found) => <p class="error">{e(found())}</p>}</Show>
    </div>
  );
}
