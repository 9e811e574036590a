import { createSignal, For, Show } from "solid-js";
import { DayField, SelectField } from "../parts/fields.tsx";
import { NumberField } from "../parts/number-field.tsx";
import { useWords } from "../words/words.ts";
import type { DeclaredProps } from "./figure-choice.tsx";

const periodKinds = ["years", "days", "stock"] as const;
type PeriodKind = (typeof periodKinds)[number];

export function PeriodFields(props: DeclaredProps) {
  const { w } = useWords();
  const [kind, setKind] = createSignal<PeriodKind>(
    props.form.kind === "stock" ? "stock" : props.form.from.length > 4 ? "days" : "years",
  );
  const change = (chosen: string) => {
    const next = periodKinds.find((each) => each === chosen) ?? "years";
    const [from, to] = [props.form.from.slice(0, 4), props.form.to.slice(0, 4)];
    setKind(next);
    if (next === "years") props.set({ kind: "flow", from, to });
    else if (next === "days") props.set({ kind: "flow", from: `${from}-01-01`, to: `${to}-12-31` });
    else props.set({ kind: "stock", from: `${to}-12-31`, to: `${to}-12-31` });
  };
  return (
    <>
      <SelectField
        pointer="/periodKind"
        label={w("declared.periodKind")}
        options={periodKinds.map((value) => ({ value, name: w(`declared.periodKind.${value}`) }))}
        value={kind()}
        disabled={props.fixed}
        onInput={change}
      />
      <Show when={kind() !== "stock"} fallback={<StockDay {...props} />}>
        <For each={["from", "to"] as const}>
          {(end) => (
            <Show
              when={kind() === "days"}
              fallback={
                <NumberField
                  pointer={`/${end}`}
                  label={w(`declared.${end}`)}
                  year
                  value={Number(props.form[end]) || null}
                  disabled={props.fixed}
                  onInput={(year) => props.set({ [end]: String(year ?? "") })}
                />
              }
            >
              <DayField
                pointer={`/${end}`}
                label={w(`declared.${end}`)}
                value={props.form[end]}
                disabled={props.fixed}
                onInput={(day) => props.set({ [end]: day })}
              />
            </Show>
          )}
        </For>
      </Show>
    </>
  );
}

function StockDay(props: DeclaredProps) {
  const { w } = useWords();
  return (
    <DayField
      pointer="/to"
      label={w("declared.stockDay")}
      value={props.form.to}
      disabled={props.fixed}
      onInput={(day) => props.set({ from: day, to: day })}
    />
  );
}
