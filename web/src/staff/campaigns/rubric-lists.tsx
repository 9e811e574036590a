import { For } from "solid-js";
import { type Rubric, verdicts } from "#core/campaigns/rubric.ts";
import { Button } from "../../button.tsx";
import { Check, CheckField } from "../parts/check-fields.tsx";
import { SelectField, TextField } from "../parts/fields.tsx";
import { NumberField } from "../parts/number-field.tsx";
import { formatNumber } from "../parts/numbers.ts";
import { useWords } from "../words/words.ts";
import { RemoveButton, type SectionProps } from "./section.tsx";

const none = Number.NaN;

export type RubricProps = SectionProps & { rubric: Rubric };

export function Criteria(props: RubricProps) {
  const { w } = useWords();
  const add = () => {
    const used = new Set(props.rubric.criteria.map(({ key }) => key));
    let n = props.rubric.criteria.length + 1;
    while (used.has(`tieu-chi-${n}`)) n++;
    const criterion = { key: `tieu-chi-${n}`, name: "", max: 10, scored: true, bands: [] };
    props.set("rubric", "criteria", (list) => [...list, criterion]);
  };
  return (
    <>
      <h3>{w("campaigns.rubric.criteria")}</h3>
      <ul class="entry-rows rubric" id="at-rubric-criteria" tabindex="-1">
        <For each={props.rubric.criteria}>
          {(criterion, i) => (
            <li>
              <TextField
                pointer={`/rubric/criteria/${i()}/name`}
                label={w("campaigns.rubric.criterion")}
                value={criterion.name}
                onInput={(name) => props.set("rubric", "criteria", i(), "name", name)}
              />
              <NumberField
                decimals
                class="short"
                pointer={`/rubric/criteria/${i()}/max`}
                label={w("campaigns.rubric.max")}
                value={criterion.max}
                onInput={(max) => props.set("rubric", "criteria", i(), "max", max ?? none)}
              />
              <CheckField
                pointer={`/rubric/criteria/${i()}/scored`}
                label={w("campaigns.rubric.scored")}
                checked={criterion.scored}
                onChange={(scored) => props.set("rubric", "criteria", i(), "scored", scored)}
              />
              <RemoveButton
                what={criterion.name}
                onClick={() => props.set("rubric", "criteria", (list) => list.filter((_, at) => at !== i()))}
              />
            </li>
          )}
        </For>
      </ul>
      <Button class="small" label={w("campaigns.rubric.addCriterion")} onClick={add} />
    </>
  );
}

export function Outcomes(props: RubricProps) {
  const { w, language } = useWords();
  const says = (i: number) => {
    const write = (value: number) => formatNumber(value, language(), 2);
    const from = write(props.rubric.outcomes[i]?.from ?? 0);
    const next = props.rubric.outcomes[i + 1];
    return next
      ? w("campaigns.rubric.bandSays", { from, next: write(next.from) })
      : w("campaigns.rubric.bandLast", { from });
  };
  const add = () => {
    const last = props.rubric.outcomes.at(-1)?.from ?? 0;
    const outcome = { from: Math.min(last + 10, 1_000), name: "", verdict: "recognised" as const };
    props.set("rubric", "outcomes", (list) => [...list, outcome]);
  };
  return (
    <>
      <h3>{w("campaigns.rubric.outcomes")}</h3>
      <ul class="entry-rows rubric" id="at-rubric-outcomes" tabindex="-1">
        <For each={props.rubric.outcomes}>
          {(outcome, i) => (
            <li>
              <NumberField
                decimals
                class="short"
                pointer={`/rubric/outcomes/${i()}/from`}
                label={w("campaigns.rubric.from")}
                value={outcome.from}
                onInput={(from) => props.set("rubric", "outcomes", i(), "from", from ?? none)}
              />
              <TextField
                pointer={`/rubric/outcomes/${i()}/name`}
                label={w("campaigns.rubric.outcome")}
                value={outcome.name}
                onInput={(name) => props.set("rubric", "outcomes", i(), "name", name)}
              />
              <SelectField
                pointer={`/rubric/outcomes/${i()}/verdict`}
                label={`${w("campaigns.rubric.verdict")} (${says(i())})`}
                options={verdicts.map((verdict) => ({
                  value: verdict,
                  name: w(`campaigns.rubric.verdict.${verdict}`),
                }))}
                value={outcome.verdict}
                onInput={(chosen) => {
                  const verdict = verdicts.find((each) => each === chosen);
                  if (verdict) props.set("rubric", "outcomes", i(), "verdict", verdict);
                }}
              />
              <RemoveButton
                what={outcome.name}
                onClick={() => props.set("rubric", "outcomes", (list) => list.filter((_, at) => at !== i()))}
              />
            </li>
          )}
        </For>
      </ul>
      <Button class="small" label={w("campaigns.rubric.addOutcome")} onClick={add} />
    </>
  );
}

export function Floors(props: RubricProps) {
  const { w } = useWords();
  const nameOf = (key: string) => props.rubric.criteria.find((each) => each.key === key)?.name || key;
  const add = () => {
    const [criterion] = props.rubric.criteria;
    if (!criterion) return;
    const floor = { criteria: [criterion.key], atLeast: 0, otherwise: "notRecognised" as const };
    props.set("rubric", "floors", (list) => [...list, floor]);
  };
  return (
    <>
      <h3>{w("campaigns.rubric.floors")}</h3>
      <p class="soft">{w("campaigns.rubric.floors.lead")}</p>
      <ul class="entry-rows rubric">
        <For each={props.rubric.floors}>
          {(floor, i) => (
            <li>
              <fieldset class="entry ticks" id={`at-rubric-floors-${i()}-criteria`} tabindex="-1">
                <legend>{w("campaigns.rubric.floor.criteria")}</legend>
                <For each={props.rubric.criteria}>
                  {(criterion) => (
                    <Check
                      label={criterion.name || criterion.key}
                      checked={floor.criteria.includes(criterion.key)}
                      onChange={(ticked) => {
                        const others = floor.criteria.filter((key) => key !== criterion.key);
                        props.set(
                          "rubric",
                          "floors",
                          i(),
                          "criteria",
                          ticked ? [...others, criterion.key] : others,
                        );
                      }}
                    />
                  )}
                </For>
              </fieldset>
              <NumberField
                decimals
                class="short"
                pointer={`/rubric/floors/${i()}/atLeast`}
                label={w("campaigns.rubric.floor.atLeast")}
                value={floor.atLeast}
                onInput={(value) => props.set("rubric", "floors", i(), "atLeast", value ?? none)}
              />
              <RemoveButton
                what={floor.criteria.map(nameOf).join(", ")}
                onClick={() => props.set("rubric", "floors", (list) => list.filter((_, at) => at !== i()))}
              />
            </li>
          )}
        </For>
      </ul>
      <Button class="small" label={w("campaigns.rubric.addFloor")} onClick={add} />
    </>
  );
}
