import { For, Show } from "solid-js";
import type { CitedDocument } from "#core/campaigns/document.ts";
import { Button } from "../../button.tsx";
import { nameDocument } from "../parts/document-dialog.tsx";
import { SelectField, TextField } from "../parts/fields.tsx";
import { useWords } from "../words/words.ts";
import { RemoveButton, type SectionProps } from "./section.tsx";

export function BasisSection(
  props: SectionProps & { documents: readonly CitedDocument[]; onNew: () => void },
) {
  const { w } = useWords();
  const named = (id: string) => {
    const found = props.documents.find((document) => document.id === id);
    return found ? nameDocument(found) : id;
  };
  const add = (id: string) => {
    if (id !== "" && !props.form.basis.includes(id)) props.set("basis", (list) => [...list, id]);
  };
  const others = () => props.documents.filter(({ id }) => !props.form.basis.includes(id));
  return (
    <>
      <Show when={props.form.basis.length === 0}>
        <p class="soft">{w("campaigns.basis.none")}</p>
      </Show>
      <ol class="basis">
        <For each={props.form.basis}>
          {(id, i) => (
            <li id={`at-basis-${i()}`} tabindex="-1">
              <span>{named(id)}</span>
              <RemoveButton
                small
                what={named(id)}
                onClick={() => props.set("basis", (list) => list.filter((_, at) => at !== i()))}
              />
            </li>
          )}
        </For>
      </ol>
      <div class="entry-grid">
        <Show when={others().length > 0}>
          <SelectField
            pointer="/basis"
            label={w("campaigns.basis.choose")}
            options={[
              { value: "", name: w("campaigns.basis.pick") },
              ...others().map((document) => ({ value: document.id, name: nameDocument(document) })),
            ]}
            value=""
            onInput={add}
          />
        </Show>
        <div class="entry">
          <Button label={w("declared.document.new")} onClick={props.onNew} />
        </div>
        <TextField
          class="wide"
          pointer="/consent"
          label={w("campaigns.consent")}
          hint={w("campaigns.consent.hint")}
          value={props.form.consent}
          onInput={(consent) => props.set("consent", consent)}
        />
      </div>
    </>
  );
}
