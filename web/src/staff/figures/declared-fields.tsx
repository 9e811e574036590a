import { Show } from "solid-js";
import { mayHaveDecimals } from "#core/base/typed-number.ts";
import { qualifiers } from "#core/figures/figure.ts";
import { Button } from "../../button.tsx";
import { CheckField } from "../parts/check-fields.tsx";
import { nameDocument } from "../parts/document-dialog.tsx";
import { bindFields, SelectField, TextField } from "../parts/fields.tsx";
import { NumberField } from "../parts/number-field.tsx";
import { useWords } from "../words/words.ts";
import { type DeclaredProps, FigureChoice } from "./figure-choice.tsx";
import { PeriodFields } from "./period-fields.tsx";
import { PlaceFields, Wholes } from "./place-fields.tsx";

export function DeclaredFields(props: DeclaredProps) {
  const { w } = useWords();
  const field = bindFields(() => props.form, props.set);
  return (
    <div class="entry-grid">
      <FigureChoice {...props} />
      <PeriodFields {...props} />
      <Value {...props} />
      <TextField label={w("declared.measure")} {...field("measure")} />
      <Wholes {...props} />
      <PlaceFields {...props} />
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
