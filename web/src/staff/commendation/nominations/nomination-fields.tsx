import { createUniqueId, For, Show } from "solid-js";
import { awardFormKeys, awardLevels, nameForm } from "#core/commendation/forms.ts";
import type { NominationForm } from "#core/commendation/nomination.ts";
import { bindFields, DayField, SelectField, TextField } from "../../parts/fields.tsx";
import { NumberField } from "../../parts/number-field.tsx";
import { useWords } from "../../words/words.ts";
import { RecipientNameFields } from "../recipient-name-fields.tsx";
import { nominationStates, type TypedNomination } from "./typed-nomination.ts";

/** Book of honour of the Front, besides the forms of commendation. */
const goldenBook = "Sách vàng sáng tạo Việt Nam";

export function NominationFields(props: {
  typed: TypedNomination;
  put: (change: Partial<TypedNomination>) => void;
}) {
  const { w, m } = useWords();
  const awards = createUniqueId();
  const field = bindFields(
    () => props.typed,
    (change) => props.put(change),
  );
  const level = () => awardLevels.find((each) => each === props.typed.level) ?? "province";
  const names = () => [...new Set([goldenBook, ...awardFormKeys.map((key) => nameForm(key, level()))])];
  return (
    <div class="entry-grid">
      <RecipientNameFields typed={props.typed} put={props.put} />
      <SelectField
        pointer="/level"
        label={w("nominations.level")}
        options={[
          ...(props.typed.level === "" ? [{ value: "", name: w("commendations.choose") }] : []),
          ...awardLevels.map((each) => ({ value: each, name: m(`level.${each}`) })),
        ]}
        value={props.typed.level}
        onInput={(chosen) => props.put({ level: chosen })}
      />
      <TextField class="two" list={awards} label={w("nominations.award")} {...field("award")} />
      <datalist id={awards}>
        <For each={names()}>{(name) => <option value={name} />}</For>
      </datalist>
      <TextField
        class="wide"
        label={w("nominations.target")}
        hint={w("nominations.target.hint")}
        {...field("target")}
      />
      <TextField
        class="wide"
        optional
        rows={3}
        label={w("commendations.achievement")}
        {...field("achievement")}
      />
      <NumberField year label={w("commendations.yearOfAward")} {...field("year")} />
      <DayField label={w("nominations.sentOn")} {...field("sentOn")} />
      <SelectField
        pointer="/state"
        label={w("nominations.result")}
        options={nominationStates.map((state) => ({ value: state, name: w(`nominations.state.${state}`) }))}
        value={props.typed.state}
        onInput={(state) => props.put({ state: state as NominationForm["state"] })}
      />
      <Show when={props.typed.state !== "sent"}>
        <ResultFields {...props} />
      </Show>
      <TextField class="wide" optional label={w("commendations.note")} {...field("note")} />
    </div>
  );
}

/** Number and day of the answer. */
export function ResultFields(props: {
  typed: TypedNomination;
  put: (change: Partial<TypedNomination>) => void;
}) {
  const { w } = useWords();
  const field = bindFields(
    () => props.typed,
    (change) => props.put(change),
  );
  return (
    <>
      <TextField
        optional
        label={w("nominations.resultNumber")}
        hint={w("nominations.resultNumber.hint")}
        {...field("resultNumber")}
      />
      <DayField label={w("nominations.resultOn")} {...field("resultOn")} />
    </>
  );
}
