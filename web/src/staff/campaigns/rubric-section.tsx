import { Show } from "solid-js";
import { maxPoints, type Rubric } from "#core/campaigns/rubric.ts";
import { Button } from "../../button.tsx";
import { useText } from "../../language.tsx";
import { SelectField, TextField } from "../parts/fields.tsx";
import { NumberField } from "../parts/number-field.tsx";
import { useWords } from "../words/words.ts";
import { Criteria, Floors, Outcomes, type RubricProps } from "./rubric-lists.tsx";
import type { SectionProps } from "./section.tsx";

const steps = [1, 0.5, 0.1, 0.01] as const;
const none = Number.NaN;

/** Default rubric: 100 points, recognition from 50. */
function firstRubric(w: ReturnType<typeof useWords>["w"]): Rubric {
  return {
    version: 1,
    criteria: [{ key: "tinh-moi", name: "Tính mới", max: 100, scored: true, bands: [] }],
    step: null,
    outcomes: [
      { from: 0, name: w("campaigns.rubric.verdict.notRecognised"), verdict: "notRecognised" },
      { from: 50, name: w("campaigns.rubric.verdict.recognised"), verdict: "recognised" },
    ],
    floors: [],
    vote: null,
    duplicationAtMost: null,
    markers: { atLeast: 1, thirdFrom: null },
    note: "",
  };
}

export function RubricSection(props: SectionProps) {
  const { w } = useWords();
  return (
    <Show
      when={props.form.rubric}
      fallback={
        <p>
          <span class="soft">{w("campaigns.rubric.none")}</span>{" "}
          <Button
            class="small"
            label={w("campaigns.rubric.add")}
            onClick={() => props.set("rubric", firstRubric(w))}
          />
        </p>
      }
    >
      {(rubric) => (
        <>
          <p class="soft">
            {w("campaigns.rubric.version", { number: rubric().version, max: maxPoints(rubric()) })}
          </p>
          <Criteria {...props} rubric={rubric()} />
          <Outcomes {...props} rubric={rubric()} />
          <Floors {...props} rubric={rubric()} />
          <RubricSettings {...props} rubric={rubric()} />
          <Button
            class="small quiet"
            label={w("campaigns.rubric.drop")}
            onClick={() => props.set("rubric", null)}
          />
        </>
      )}
    </Show>
  );
}

function RubricSettings(props: RubricProps) {
  const { w } = useWords();
  const { locale } = useText();
  return (
    <div class="entry-grid">
      <SelectField
        pointer="/rubric/step"
        label={w("campaigns.rubric.step")}
        options={[
          { value: "", name: w("campaigns.rubric.step.none") },
          ...steps.map((step) => ({
            value: String(step),
            name: w("campaigns.rubric.step.to", { step: step.toLocaleString(locale()) }),
          })),
        ]}
        value={String(props.rubric.step ?? "")}
        onInput={(chosen) =>
          props.set("rubric", "step", steps.find((step) => String(step) === chosen) ?? null)
        }
      />
      <NumberField
        pointer="/rubric/markers/atLeast"
        label={w("campaigns.rubric.markers")}
        value={props.rubric.markers.atLeast}
        onInput={(value) => props.set("rubric", "markers", "atLeast", value ?? none)}
      />
      <NumberField
        decimals
        pointer="/rubric/markers/thirdFrom"
        label={w("campaigns.rubric.third")}
        value={props.rubric.markers.thirdFrom}
        onInput={(value) => props.set("rubric", "markers", "thirdFrom", value)}
      />
      <NumberField
        decimals
        pointer="/rubric/duplicationAtMost"
        label={w("campaigns.rubric.duplication")}
        value={props.rubric.duplicationAtMost}
        onInput={(value) => props.set("rubric", "duplicationAtMost", value)}
      />
      <NumberField
        decimals
        pointer="/rubric/vote/max"
        label={w("campaigns.rubric.vote")}
        value={props.rubric.vote?.max ?? null}
        onInput={(max) => props.set("rubric", "vote", max === null ? null : { max, step: 0.1 })}
      />
      <TextField
        class="wide"
        pointer="/rubric/note"
        label={w("declared.note")}
        rows={2}
        value={props.rubric.note ?? ""}
        onInput={(note) => props.set("rubric", "note", note)}
      />
    </div>
  );
}
