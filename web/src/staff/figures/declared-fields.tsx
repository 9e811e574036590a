import { createSignal, For, Show } from "solid-js";
import { mayHaveDecimals } from "#core/base/typed-number.ts";
import type { CitedDocument } from "#core/campaigns/document.ts";
import type { DeclaredForm } from "#core/figures/declared-figure.ts";
import { catalogue, type DeclaredFigure, qualifiers } from "#core/figures/figure.ts";
import { nameDocument } from "../parts/document-dialog.tsx";
import { bindFields, CheckField, DayField, SelectField, TextField } from "../parts/fields.tsx";
import { NumberField } from "../parts/number-field.tsx";
import { useWords } from "../words/words.ts";

/** `fixed`: key and period cannot change. `corrects`: asks for a reason. */
export function DeclaredFields(props: {
  form: DeclaredForm;
  set: (change: Partial<DeclaredForm>) => void;
  fixed: boolean;
  corrects: boolean;
  unknown: boolean;
  onUnknown: (unknown: boolean) => void;
  declared: readonly DeclaredFigure[];
  documents: readonly CitedDocument[];
  onNewDocument: () => void;
}) {
  const { w } = useWords();
  const field = bindFields(
    () => props.form,
    (change) => props.set(change),
  );
  return (
    <div class="entry-grid">
      <FigureChoice {...props} />
      <Period {...props} />
      <Value {...props} />
      <Show when={props.form.key === null || !(props.form.key in catalogue)}>
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
        <button type="button" class="button small" onClick={() => props.onNewDocument()}>
          {w("declared.document.new")}
        </button>
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

type Props = Parameters<typeof DeclaredFields>[0];

function FigureChoice(props: Props) {
  const { w } = useWords();
  const field = bindFields(
    () => props.form,
    (change) => props.set(change),
  );
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
    const { label = "", measure = "" } = before ?? catalogue[key] ?? {};
    props.set({ key: key || null, label, measure });
  };
  return (
    <>
      <SelectField
        class="wide"
        pointer="/key"
        label={w("declared.which")}
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

function Period(props: Props) {
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

function Value(props: Props) {
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

/** A number can only be part of figures with the same measure. */
function Wholes(props: Props) {
  const { w } = useWords();
  const wholes = () => {
    const labels = new Map(
      Object.entries(catalogue)
        .filter(([, { measure }]) => measure === props.form.measure)
        .map(([key, { label }]) => [key, label]),
    );
    for (const { key, label, measure } of props.declared)
      if (measure === props.form.measure) labels.set(key, label);
    for (const key of props.form.partOf) labels.set(key, labels.get(key) ?? catalogue[key]?.label ?? key);
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
                <label class="check">
                  <input
                    type="checkbox"
                    checked={props.form.partOf.includes(key)}
                    onChange={(event) => {
                      const ticked = event.currentTarget.checked;
                      const others = props.form.partOf.filter((each) => each !== key);
                      props.set({ partOf: ticked ? [...others, key] : others });
                    }}
                  />
                  <span>{wholes().get(key)}</span>
                </label>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </details>
  );
}
