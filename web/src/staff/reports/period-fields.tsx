import { Show } from "solid-js";
import { bindFields, DayField, SelectField } from "../parts/fields.tsx";
import { NumberField } from "../parts/number-field.tsx";
import { useWords } from "../words/words.ts";
import { type PeriodChoice, type PeriodKind, periodKinds } from "./period-choice.ts";

export function PeriodFields(props: {
  chosen: PeriodChoice;
  onChange: (change: Partial<PeriodChoice>) => void;
}) {
  const { w } = useWords();
  const field = bindFields(() => props.chosen, props.onChange, "/report");
  const isSpan = () => props.chosen.kind === "years";
  return (
    <>
      <SelectField
        class="wide"
        pointer="/report/kind"
        label={w("reports.period")}
        options={periodKinds.map((kind) => ({ value: kind, name: w(`reports.make.kind.${kind}`) }))}
        value={props.chosen.kind}
        onInput={(kind) => props.onChange({ kind: kind as PeriodKind })}
      />
      <Show
        when={props.chosen.kind !== "days"}
        fallback={
          <>
            <DayField label={w("declared.from")} {...field("from")} />
            <DayField label={w("declared.to")} {...field("to")} />
          </>
        }
      >
        <NumberField year label={isSpan() ? w("reports.make.fromYear") : w("list.year")} {...field("year")} />
        <Show when={isSpan()}>
          <NumberField year label={w("reports.make.toYear")} {...field("toYear")} />
        </Show>
      </Show>
    </>
  );
}
