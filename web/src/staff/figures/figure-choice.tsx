import { createSignal, For, Show } from "solid-js";
import type { CitedDocument } from "#core/campaigns/document.ts";
import { catalogue, definitionOf } from "#core/figures/catalogue.ts";
import type { DeclaredForm } from "#core/figures/declared-figure.ts";
import type { DeclaredFigure } from "#core/figures/figure.ts";
import { bindFields, DayField, SelectField, TextField } from "../parts/fields.tsx";
import { NumberField } from "../parts/number-field.tsx";
import { useWords } from "../words/words.ts";

/** `fixed`: key and period cannot be changed. `corrects`: asks for a reason. */
export interface DeclaredProps {
  form: DeclaredForm;
  set: (change: Partial<DeclaredForm>) => void;
  fixed: boolean;
  corrects: boolean;
  unknown: boolean;
  onUnknown: (unknown: boolean) => void;
  declared: readonly DeclaredFigure[];
  documents: readonly CitedDocument[];
  onNewDocument: () => void;
}

export function FigureChoice(props: DeclaredProps) {
  const { w } = useWords();
  const field = bindFields(() => props.form, props.set);
  const known = () => {
    const labels = new Map(
      Object.entries(catalogue)
        .filter(([key]) => key !== "recognitionRate")
        .map(([key, { label }]) => [key, label]),
    );
    for (const { key, label } of props.declared) labels.set(key, labels.get(key) ?? label);
    return [...labels].map(([value, name]) => ({ value, name }));
  };
  const choose = (key: string) => {
    const before = props.declared.find((figure) => figure.key === key);
    const { label = "", measure = "" } = before ?? definitionOf(key) ?? {};
    props.set({ key: key || null, label, measure });
  };
  return (
    <>
      <SelectField
        class="wide"
        pointer="/key"
        label={w("board.figure")}
        options={[...known(), { value: "", name: w("declared.which.own") }]}
        value={props.form.key ?? ""}
        disabled={props.fixed}
        onInput={choose}
      />
      <Show when={props.form.key === null}>
        <TextField
          class="wide"
          label={w("declared.ownLabel")}
          hint={w("declared.ownLabel.hint")}
          {...field("label")}
        />
      </Show>
    </>
  );
}

export function Period(props: DeclaredProps) {
  const { w } = useWords();
  const [days, setDays] = createSignal(props.form.from.length > 4);
  const change = (kind: string) => {
    const year = props.form.from.slice(0, 4);
    setDays(kind === "days");
    props.set(
      kind === "days"
        ? { from: `${year}-01-01`, to: `${props.form.to.slice(0, 4)}-12-31` }
        : { from: year, to: props.form.to.slice(0, 4) },
    );
  };
  return (
    <>
      <SelectField
        pointer="/periodKind"
        label={w("declared.periodKind")}
        options={[
          { value: "years", name: w("declared.periodKind.years") },
          { value: "days", name: w("declared.periodKind.days") },
        ]}
        value={days() ? "days" : "years"}
        disabled={props.fixed}
        onInput={change}
      />
      <For each={["from", "to"] as const}>
        {(end) => (
          <Show
            when={days()}
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
    </>
  );
}
