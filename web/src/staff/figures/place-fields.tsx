import { For, Show } from "solid-js";
import { catalogue, definitionOf } from "#core/figures/catalogue.ts";
import { figureSections } from "#core/figures/section.ts";
import { Check } from "../parts/check-fields.tsx";
import { SelectField, TextField } from "../parts/fields.tsx";
import { NumberField } from "../parts/number-field.tsx";
import { useWords } from "../words/words.ts";
import type { DeclaredProps } from "./figure-choice.tsx";

export function PlaceFields(props: DeclaredProps) {
  const { w, m } = useWords();
  return (
    <>
      <SelectField
        pointer="/section"
        label={w("declared.section")}
        options={[
          { value: "", name: w("declared.section.none") },
          ...figureSections.map((section) => ({ value: section, name: m(`reportSection.${section}`) })),
        ]}
        value={props.form.section ?? ""}
        onInput={(chosen) =>
          props.set({ section: figureSections.find((section) => section === chosen) ?? null })
        }
      />
      <NumberField
        pointer="/place"
        label={w("declared.place")}
        hint={w("declared.place.hint")}
        value={props.form.place ?? null}
        onInput={(place) => props.set({ place })}
      />
      <TextField
        class="wide"
        pointer="/sentence"
        label={w("declared.ownSentence")}
        hint={w("declared.ownSentence.hint")}
        rows={2}
        value={props.form.sentence ?? ""}
        onInput={(sentence) => props.set({ sentence })}
      />
    </>
  );
}

/** Figures that include this figure, in any measure: 1 giải nhất of 10 ý tưởng. */
export function Wholes(props: DeclaredProps) {
  const { w } = useWords();
  const nameOf = ({ label, measure }: { label: string; measure: string }) => `${label} (${measure})`;
  const wholes = () => {
    const names = new Map(props.declared.map((figure) => [figure.key, nameOf(figure)]));
    for (const [key, definition] of Object.entries(catalogue))
      if (key !== "recognitionRate" && !names.has(key)) names.set(key, nameOf(definition));
    for (const key of props.form.partOf) names.set(key, names.get(key) ?? definitionOf(key)?.label ?? key);
    names.delete(props.form.key ?? "");
    return names;
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
