import { type AwardFormKey, type AwardLevel, awardFormKeys, formOfKey } from "#core/commendation/forms.ts";
import { awardSystems, type LineForm } from "#core/commendation/line.ts";
import { computeMoney } from "#core/commendation/money.ts";
import type { CommendationView } from "../../../../../functions/api/commendation/views.ts";
import { CheckField } from "../../parts/check-fields.tsx";
import { bindFields, SelectField, TextField } from "../../parts/fields.tsx";
import { NumberField } from "../../parts/number-field.tsx";
import { useWords } from "../../words/words.ts";
import { describeRule, nameAward } from "../amounts.ts";
import { RecipientNameFields } from "../recipient-name-fields.tsx";
import { BirthFields } from "./birth-fields.tsx";
import type { TypedLine } from "./typed-line.ts";

interface LineFieldsProps {
  view: CommendationView;
  typed: TypedLine;
  put: (change: Partial<TypedLine>) => void;
}

export function LineFields(props: LineFieldsProps) {
  const { w } = useWords();
  const field = bindFields(
    () => props.typed,
    (change) => props.put(change),
  );
  return (
    <div class="entry-grid">
      <RecipientFields {...props} />
      <AwardFields {...props} />
      <TextField
        class="wide"
        optional
        rows={2}
        label={w("commendations.achievement")}
        {...field("achievement")}
      />
      <TextField
        optional
        label={w("commendations.from")}
        hint={w("commendations.bound.hint")}
        {...field("from")}
      />
      <TextField
        optional
        label={w("commendations.to")}
        hint={w("commendations.bound.hint")}
        {...field("to")}
      />
      <TextField
        optional
        label={w("commendations.initiative")}
        hint={w("commendations.initiative.hint")}
        {...field("initiative")}
      />
      <TextField
        optional
        label={w("commendations.model")}
        hint={w("commendations.model.hint")}
        {...field("model")}
      />
      <TextField class="two" optional label={w("commendations.note")} {...field("note")} />
    </div>
  );
}

function RecipientFields(props: LineFieldsProps) {
  const { w } = useWords();
  const field = bindFields(
    () => props.typed,
    (change) => props.put(change),
  );
  const isPerson = () => props.typed.recipientKind === "individual";
  return (
    <>
      <RecipientNameFields typed={props.typed} put={props.put} />
      <BirthFields isPerson={isPerson()} birthYear={field("birthYear")} typed={props.typed} put={props.put} />
      <SelectField
        pointer="/system"
        label={w("commendations.system")}
        options={awardSystems.map((system) => ({ value: system, name: w(`commendations.system.${system}`) }))}
        value={props.typed.system}
        onInput={(system) => props.put({ system: system as LineForm["system"] })}
      />
      <TextField optional label={w("commendations.position")} {...field("position")} />
      <TextField
        class="two"
        optional
        label={w("commendations.workplace")}
        hint={w("commendations.workplace.hint")}
        {...field("workplace")}
      />
      <CheckField
        pointer="/leader"
        label={w("commendations.isLeader")}
        checked={props.typed.leader}
        onChange={(leader) => props.put({ leader })}
      />
    </>
  );
}

const sortForms = (level: AwardLevel) =>
  awardFormKeys.toSorted(
    (a, b) => Number(formOfKey(b).levels.includes(level)) - Number(formOfKey(a).levels.includes(level)),
  );

function AwardFields(props: LineFieldsProps) {
  const words = useWords();
  const { w } = words;
  const decision = () => props.view.decision;
  const computed = () => {
    const { line, level, signedOn } = decision();
    const { form, recipientKind } = props.typed;
    return computeMoney({ line, level, form, recipientKind }, signedOn ?? props.view.today);
  };
  return (
    <>
      <SelectField
        class="two"
        pointer="/form"
        label={w("commendations.form")}
        options={sortForms(decision().level).map((form) => ({
          value: form,
          name: nameAward(form, decision().level, words),
        }))}
        value={props.typed.form}
        onInput={(form) => props.put({ form: form as AwardFormKey })}
      />
      <NumberField
        optional
        label={w("commendations.lineMoney")}
        hint={w("commendations.lineMoney.hint")}
        measure={w("commendations.measure")}
        pointer="/money"
        value={props.typed.money}
        onInput={(money) => props.put({ money })}
      />
      <p class="wide computed" role="status">
        <span class="soft">{w("commendations.byTable")}</span> {describeRule(computed(), words)}
      </p>
    </>
  );
}
