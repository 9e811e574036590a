import { For, Show } from "solid-js";
import type { CertificatePlace } from "#core/commendation/certificate.ts";
import { Button } from "../../../button.tsx";
import { writeInstant } from "../../../dates.ts";
import { LoadNote } from "../../parts/loading.tsx";
import { Status, Trouble } from "../../parts/messages.tsx";
import { NumberField } from "../../parts/number-field.tsx";
import { useWords } from "../../words/words.ts";
import type { Place } from "./kept-place.ts";
import { SheetPreview } from "./sheet-preview.tsx";

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

/** Positions of the text on a blank certificate, with a sheet that shows them. */
export function PlaceFields(props: { place: Place; issuerPlace: string; onChange: () => void }) {
  const { w } = useWords();
  const { place } = props;
  const change = (act: () => void) => {
    act();
    props.onChange();
  };
  return (
    <fieldset>
      <legend>{w("commendations.print.place")}</legend>
      <p class="soft">{w("commendations.print.place.hint")}</p>
      <LoadNote of={place.load} />
      <Show when={place.load.data()}>
        <PlacedFields {...props} change={change} />
      </Show>
    </fieldset>
  );
}

function PlacedFields(props: { place: Place; issuerPlace: string; change: (act: () => void) => void }) {
  const { w } = useWords();
  const { place, change } = props;
  const says = () => {
    const setting = place.setting();
    if (place.isChanged()) return w("commendations.print.place.changed");
    if (setting === null) return w("commendations.print.place.usualNow");
    return w("commendations.print.place.kept", {
      name: setting.changed.by.name,
      time: writeInstant(setting.changed.at),
    });
  };
  return (
    <>
      <SheetPreview place={place.typed()} issuerPlace={props.issuerPlace} />
      <div class="entry-grid">
        <For each={parts}>
          {(part) => (
            <NumberField
              decimals
              pointer={`/place/${part}`}
              label={w(`commendations.print.place.${part}`)}
              measure={part === "size" ? "pt" : "mm"}
              value={place.typed()[part]}
              onInput={(value) => change(() => place.put({ [part]: value }))}
            />
          )}
        </For>
      </div>
      <Status class="place-status" text={says()} />
      <div class="commendation-doings">
        <Show when={place.isChanged()}>
          <Show when={place.mayKeep()}>
            <Button
              class="small"
              label={w("commendations.print.place.keep")}
              ariaDisabled={place.sending.busy()}
              onClick={() => void place.keep()}
            />
          </Show>
          <Show when={place.setting()}>
            <Button
              class="small"
              label={w("commendations.print.place.back")}
              onClick={() => change(place.forget)}
            />
          </Show>
        </Show>
        <Show when={!place.isUsual()}>
          <Button
            class="small quiet"
            label={w("commendations.print.place.usual")}
            onClick={() => change(place.takeUsual)}
          />
        </Show>
      </div>
      <Trouble text={place.sending.trouble()} />
    </>
  );
}
