import { For } from "solid-js";
import type { CertificatePlace } from "#core/jobs/commendation-print.ts";
import { Button } from "../../../button.tsx";
import { NumberField } from "../../parts/number-field.tsx";
import { useWords } from "../../words/words.ts";
import type { TypedPlace } from "../api.ts";

const parts = [
  "width",
  "height",
  "centre",
  "textWidth",
  "name",
  "date",
  "decision",
  "size",
] as const satisfies readonly (keyof CertificatePlace)[];

/** Positions of the text on a blank certificate. */
export function PlaceFields(props: {
  place: TypedPlace;
  onChange: (change: Partial<TypedPlace>) => void;
  onReset: () => void;
}) {
  const { w } = useWords();
  return (
    <fieldset>
      <legend>{w("commendations.print.place")}</legend>
      <p class="soft">{w("commendations.print.place.hint")}</p>
      <div class="entry-grid">
        <For each={parts}>
          {(part) => (
            <NumberField
              decimals
              pointer={`/place/${part}`}
              label={w(`commendations.print.place.${part}`)}
              measure={part === "size" ? "pt" : "mm"}
              value={props.place[part]}
              onInput={(value) => props.onChange({ [part]: value })}
            />
          )}
        </For>
      </div>
      <Button class="small" label={w("commendations.print.place.usual")} onClick={props.onReset} />
    </fieldset>
  );
}
