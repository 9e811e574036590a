import { For, Match, Show, Switch } from "solid-js";
import type { UnitChangeForm } from "#core/units/change.ts";
import { levels, type Unit } from "#core/units/unit.ts";
import { Button } from "../../button.tsx";
import { CheckField } from "../parts/check-fields.tsx";
import { bindFields, DayField, SelectField, TextField } from "../parts/fields.tsx";
import { useWords } from "../words/words.ts";
import { type ChangeDraft, candidatesFor } from "./change-draft.ts";
import type { TreeUnit } from "./tree.ts";

interface FieldsProps {
  kind: UnitChangeForm["kind"];
  unit: Unit;
  units: readonly TreeUnit[];
  draft: ChangeDraft;
  onChange: (change: Partial<ChangeDraft>) => void;
}

/** Pointers refer to the request body. */
export function ChangeFields(props: FieldsProps) {
  const { w, m } = useWords();
  const field = bindFields(() => props.draft, props.onChange, "/change");
  const place = () => ({ found: "/change/unit", merge: "/change/into" })[props.kind as "found"] ?? "/change";
  const receivers = () =>
    props.kind === "split"
      ? props.draft.parts.map(({ name }, i) => ({ value: String(i), name: name || String(i + 1) }))
      : props.units
          .filter(({ id }) => props.draft.others.includes(id))
          .map(({ id, name }) => ({ value: id, name }));
  return (
    <div class="entry-grid">
      <DayField label={w("units.form.on")} {...field("on")} />
      <TextField
        class="wide"
        label={w("units.form.document")}
        hint={w("units.form.documentHint")}
        {...field("document")}
        pointer="/document"
      />
      <Switch>
        <Match when={["rename", "found", "merge"].includes(props.kind)}>
          <TextField
            class="wide"
            label={w(props.kind === "rename" ? "units.form.name" : "units.form.newName")}
            {...field("name")}
            pointer={`${place()}/name`}
          />
          <TextField label={w("units.form.code")} {...field("code")} pointer={`${place()}/code`} />
          <Show when={props.kind === "found"}>
            <SelectField
              pointer="/change/unit/level"
              label={w("dossier.level")}
              value={props.draft.level}
              options={levels.map((value) => ({ value, name: m(`level.${value}`) }))}
              onInput={(value) => {
                const level = levels.find((each) => each === value);
                if (level) props.onChange({ level });
              }}
            />
          </Show>
        </Match>
        <Match when={props.kind === "move"}>
          <SelectField
            class="wide"
            label={w("units.within")}
            options={props.units
              .filter(
                ({ id, validTo, level }) =>
                  id !== props.unit.id && validTo === null && isAbove(level, props.unit),
              )
              .map(({ id, name }) => ({ value: id, name }))}
            {...field("parent")}
          />
        </Match>
        <Match when={props.kind === "split"}>
          <For each={[...props.draft.parts.keys()]}>
            {(i) => {
              const part = bindFields(
                () => props.draft.parts[i] ?? { name: "", code: "" },
                (change) =>
                  props.onChange({
                    parts: props.draft.parts.map((each, n) => (n === i ? { ...each, ...change } : each)),
                  }),
                `/change/into/${i}`,
              );
              return (
                <div class="wide unit-part-row">
                  <TextField label={`${w("units.form.newName")} ${i + 1}`} {...part("name")} />
                  <TextField label={`${w("units.form.code")} ${i + 1}`} {...part("code")} />
                </div>
              );
            }}
          </For>
          <Button
            class="quiet wide unit-add"
            label={w("units.form.another")}
            onClick={() => props.onChange({ parts: [...props.draft.parts, { name: "", code: "" }] })}
          />
        </Match>
      </Switch>
      <Show when={props.kind === "merge" || props.kind === "end"}>
        <OtherUnits {...props} />
      </Show>
      <Show when={(props.kind === "split" || props.kind === "end") && receivers().length > 1}>
        <SelectField
          class="wide"
          label={w("units.form.receiver")}
          options={receivers()}
          {...field("receiver")}
        />
      </Show>
    </div>
  );
}

const isAbove = (level: Unit["level"], unit: Unit) => levels.indexOf(level) >= levels.indexOf(unit.level);

function OtherUnits(props: FieldsProps) {
  const { w } = useWords();
  const candidates = () => candidatesFor(props.unit, props.kind, props.draft.on, props.units);
  const toggle = (id: string, chosen: boolean) =>
    props.onChange({
      others: chosen ? [...props.draft.others, id] : props.draft.others.filter((each) => each !== id),
    });
  return (
    <fieldset class="wide unit-choices">
      <legend>{w(props.kind === "merge" ? "units.form.with" : "units.form.successors")}</legend>
      <For each={candidates()} fallback={<p class="soft">{w("units.form.noSuccessors")}</p>}>
        {({ id, name }) => (
          <CheckField
            pointer={`/change/${props.kind === "merge" ? "units" : "successors"}/${id}`}
            label={name}
            checked={props.draft.others.includes(id)}
            onChange={(chosen) => toggle(id, chosen)}
          />
        )}
      </For>
    </fieldset>
  );
}
