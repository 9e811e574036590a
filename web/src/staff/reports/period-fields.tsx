import { Show } from "solid-js";
import { DayField, SelectField } from "../parts/fields.tsx";
import { NumberField } from "../parts/number-field.tsx";
import { useWords } from "../words/words.ts";
import { type PeriodChoice, type PeriodKind, periodKinds } from "./period-choice.ts";

export function PeriodFields(props: {
  chosen: PeriodChoice;
  onChange: (change: Partial<PeriodChoice>) => void;
}) {
  const { w } = useWords();
  const isSpan = () => props.chosen.kind === "years";
  return (
    <>
      <SelectField
        class="wide"
        pointer="/report/kind"
        label={w("reports.make.kind")}
        options={periodKinds.map((kind) => ({ value: kind, name: w(`reports.make.kind.${kind}`) }))}
        value={props.chosen.kind}
        onInput={(kind) => props.onChange({ kind: kind as PeriodKind })}
      />
      <Show
        when={props.chosen.kind !== "days"}
        fallback={
          <>
            <DayField
              pointer="/report/from"
              label={w("declared.from")}
              value={props.chosen.from}
              onInput={(from) => props.onChange({ from })}
            />
            <DayField
              pointer="/report/to"
              label={w("declared.to")}
              value={props.chosen.to}
              onInput={(to) => props.onChange({ to })}
            />
          </>
        }
      >
        <NumberField
          pointer="/report/year"
          label={isSpan() ? w("reports.make.fromYear") : w("declared.year")}
          year
          value={props.chosen.year}
          onInput={(year) => props.onChange({ year })}
        />
        <Show when={isSpan()}>
          <NumberField
            pointer="/report/toYear"
            label={w("reports.make.toYear")}
            year
            value={props.chosen.toYear}
            onInput={(toYear) => props.onChange({ toYear })}
          />
        </Show>
      </Show>
    </>
  );
}
