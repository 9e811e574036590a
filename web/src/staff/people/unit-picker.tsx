import { createSignal, createUniqueId, Show } from "solid-js";
import { stripMarks } from "#core/base/search-key.ts";
import { matchUnits } from "../../combobox/unit-match.ts";
import { SelectField } from "../parts/fields.tsx";
import { useWords } from "../words/words.ts";

const fewUnits = 8;

/** Chooses a full match or the only match. */
export function UnitPicker(props: {
  pointer: string;
  label: string;
  units: { id: string; name: string }[];
  value: string;
  onChoose: (unit: string) => void;
}) {
  const { w } = useWords();
  const [typed, setTyped] = createSignal("");
  const id = createUniqueId();
  const found = (text: string) => {
    const match = matchUnits(text);
    return props.units.filter((unit) => match(unit) !== null);
  };
  const options = () => {
    const chosen = props.units.filter((unit) => unit.id === props.value);
    const rest = found(typed()).filter((unit) => unit.id !== props.value);
    const listed = [...chosen, ...rest].map((unit) => ({ value: unit.id, name: unit.name }));
    return chosen.length > 0 ? listed : [{ value: "", name: w("people.chooseUnit") }, ...listed];
  };
  const search = (text: string) => {
    setTyped(text);
    const all = found(text);
    const same = all.find(({ name }) => stripMarks(name) === stripMarks(text.trim()));
    const one = same ?? (all.length === 1 ? all[0] : undefined);
    if (one) props.onChoose(one.id);
  };
  return (
    <>
      <Show when={props.units.length > fewUnits}>
        <div class="entry">
          <label for={id}>{w("people.unitFilter")}</label>
          <input
            id={id}
            type="text"
            autocomplete="off"
            value={typed()}
            onInput={(event) => search(event.currentTarget.value)}
          />
        </div>
      </Show>
      <SelectField
        pointer={props.pointer}
        label={props.label}
        options={options()}
        value={props.value}
        onInput={(unit) => props.onChoose(unit)}
      />
    </>
  );
}
