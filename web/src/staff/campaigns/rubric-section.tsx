import { For, Show } from "solid-js";
import { maxPoints, type Rubric, verdicts } from "#core/campaigns/rubric.ts";
import { useText } from "../../language.tsx";
import { CheckField, SelectField, TextField } from "../parts/fields.tsx";
import { NumberField } from "../parts/number-field.tsx";
import { formatNumber } from "../parts/numbers.ts";
import { useWords } from "../words/words.ts";
import type { SectionProps } from "./section.ts";

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
          <button type="button" class="button small" onClick={() => props.set("rubric", firstRubric(w))}>
            {w("campaigns.rubric.add")}
          </button>
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
          <button type="button" class="button small quiet" onClick={() => props.set("rubric", null)}>
            {w("campaigns.rubric.drop")}
          </button>
        </>
      )}
    </Show>
  );
}

type Props = SectionProps & { rubric: Rubric };

function Remove(props: { what: string; onClick: () => void }) {
  const { w } = useWords();
  return (
    <button
      type="button"
      class="button quiet"
      aria-label={w("campaigns.removeWhat", { what: props.what })}
      onClick={props.onClick}
    >
      {w("campaigns.remove")}
    </button>
  );
}

function Criteria(props: Props) {
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
              <Remove
                what={criterion.name}
                onClick={() => props.set("rubric", "criteria", (list) => list.filter((_, at) => at !== i()))}
              />
            </li>
          )}
        </For>
      </ul>
      <button type="button" class="button small" onClick={add}>
        {w("campaigns.rubric.addCriterion")}
      </button>
    </>
  );
}

function Outcomes(props: Props) {
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
              <Remove
                what={outcome.name}
                onClick={() => props.set("rubric", "outcomes", (list) => list.filter((_, at) => at !== i()))}
              />
            </li>
          )}
        </For>
      </ul>
      <button type="button" class="button small" onClick={add}>
        {w("campaigns.rubric.addOutcome")}
      </button>
    </>
  );
}

function Floors(props: Props) {
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
                    <label class="check">
                      <input
                        type="checkbox"
                        checked={floor.criteria.includes(criterion.key)}
                        onChange={(event) => {
                          const ticked = event.currentTarget.checked;
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
                      <span>{criterion.name || criterion.key}</span>
                    </label>
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
              <Remove
                what={floor.criteria.map(nameOf).join(", ")}
                onClick={() => props.set("rubric", "floors", (list) => list.filter((_, at) => at !== i()))}
              />
            </li>
          )}
        </For>
      </ul>
      <button type="button" class="button small" onClick={add}>
        {w("campaigns.rubric.addFloor")}
      </button>
    </>
  );
}

function RubricSettings(props: Props) {
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
        label={w("campaigns.rubric.note")}
        rows={2}
        value={props.rubric.note ?? ""}
        onInput={(note) => props.set("rubric", "note", note)}
      />
    </div>
  );
}
