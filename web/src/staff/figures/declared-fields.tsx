import { For, Show } from "solid-js";
import { mayHaveDecimals } from "#core/base/typed-number.ts";
import { catalogue, definitionOf } from "#core/figures/catalogue.ts";
import { qualifiers } from "#core/figures/figure.ts";
import { Button } from "../../button.tsx";
import { Check, CheckField } from "../parts/check-fields.tsx";
import { nameDocument } from "../parts/document-dialog.tsx";
import { bindFields, SelectField, TextField } from "../parts/fields.tsx";
import { NumberField } from "../parts/number-field.tsx";
import { useWords } from "../words/words.ts";
import { type DeclaredProps, FigureChoice, Period } from "./figure-choice.tsx";

export function DeclaredFields(props: DeclaredProps) {
  const { w } = useWords();
  const field = bindFields(() => props.form, props.set);
  return (
    <div class="entry-grid">
      <FigureChoice {...props} />
      <Period {...props} />
      <Value {...props} />
      <Show when={props.form.key === null || definitionOf(props.form.key) === null}>
        <TextField label={w("declared.measure")} {...field("measure")} />
      </Show>
      <Wholes {...props} />
      <SelectField
        class="wide"
        pointer="/document"
        label={w("declared.document")}
        options={[
          { value: "", name: w("declared.document.none") },
          ...props.documents.map((document) => ({ value: document.id, name: nameDocument(document) })),
        ]}
        value={props.form.document ?? ""}
        onInput={(id) => props.set({ document: id || null })}
      />
      <div class="entry wide">
        <Button class="small" label={w("declared.document.new")} onClick={props.onNewDocument} />
      </div>
      <TextField
        class="wide"
        pointer="/note"
        label={w("declared.note")}
        value={props.form.note ?? ""}
        onInput={(note) => props.set({ note })}
      />
      <Show when={props.corrects}>
        <TextField
          class="wide"
          pointer="/why"
          label={w("declared.why")}
          value={props.form.why ?? ""}
          onInput={(why) => props.set({ why })}
        />
      </Show>
      <Show when={props.fixed}>
        <div class="wide">
          <CheckField
            pointer="/withdrawn"
            label={w("declared.withdraw")}
            checked={props.form.withdrawn ?? false}
            onChange={(withdrawn) => props.set({ withdrawn })}
          />
        </div>
      </Show>
    </div>
  );
}

function Value(props: DeclaredProps) {
  const { w, m } = useWords();
  return (
    <>
      <SelectField
        pointer="/qualifier"
        label={w("declared.qualifier")}
        options={[
          { value: "", name: w("declared.qualifier.none") },
          ...qualifiers.map((qualifier) => ({ value: qualifier, name: m(`qualifier.${qualifier}`) })),
        ]}
        value={props.form.qualifier ?? ""}
        disabled={props.form.value === null}
        onInput={(chosen) =>
          props.set({ qualifier: qualifiers.find((qualifier) => qualifier === chosen) ?? null })
        }
      />
      <NumberField
        pointer="/value"
        label={w("declared.value")}
        decimals={mayHaveDecimals(props.form.measure)}
        measure={props.form.measure}
        value={props.form.value}
        onInput={(value) => {
          props.set(value === null ? { value, qualifier: null } : { value });
          if (value !== null) props.onUnknown(false);
        }}
      />
      <CheckField
        pointer="/unknown"
        label={w("declared.isUnknown")}
        checked={props.unknown}
        onChange={(unknown) => {
          if (unknown) props.set({ value: null, qualifier: null });
          props.onUnknown(unknown);
        }}
      />
    </>
  );
}

/** Choice of figures with the same measure that include this one. */
function Wholes(props: DeclaredProps) {
  const { w } = useWords();
  const wholes = () => {
    const labels = new Map(
      Object.entries(catalogue)
        .filter(([, { measure }]) => measure === props.form.measure)
        .map(([key, { label }]) => [key, label]),
    );
    for (const { key, label, measure } of props.declared)
      if (measure === props.form.measure) labels.set(key, label);
    for (const key of props.form.partOf) labels.set(key, labels.get(key) ?? definitionOf(key)?.label ?? key);
    labels.delete(props.form.key ?? "");
    return labels;
  };
  return (
    <details class="wide more" open={props.form.partOf.length > 0}>
      <summary>{w("declared.wholes")}</summary>
      <Show when={wholes().size > 0} fallback={<p class="soft">{w("declared.noWholes")}</p>}>
        <ul class="wholes" id="at-partOf" tabindex="-1">
          <For each={[...wholes().keys()]}>
            {(key) => (
              <li>
                <Check
                  label={wholes().get(key) ?? key}
                  checked={props.form.partOf.includes(key)}
                  onChange={(ticked) => {
                    const others = props.form.partOf.filter((each) => each !== key);
                    props.set({ partOf: ticked ? [...others, key] : others });
                  }}
                />
              </li>
            )}
          </For>
        </ul>
      </Show>
    </details>
  );
}
