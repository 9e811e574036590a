import { For, Show } from "solid-js";
import type { ModelView } from "../../../../../functions/api/activities/views.ts";
import { Button } from "../../../button.tsx";
import { writeDay } from "../../../dates.ts";
import { Fact } from "../../../fact.tsx";
import { formatNumber } from "../../parts/numbers.ts";
import { useWords } from "../../words/words.ts";
import { OriginLink } from "../origin-link.tsx";
import { DatedAnswers, KnownFact, RecordSheet } from "../record-sheet.tsx";
import { createSheet, type SheetProps } from "../sheet.ts";
import { SpreadSection } from "../spread-section.tsx";
import { CheckDialog } from "./check-dialog.tsx";
import { composeModel, ModelDialog, typeModel } from "./model-dialog.tsx";

export function ModelSheet(props: SheetProps<"model">) {
  const { w } = useWords();
  const sheet = createSheet(props);
  const record = () => props.view.record;
  return (
    <RecordSheet
      kind="model"
      view={props.view}
      sheet={sheet}
      title={record().name}
      tag={w(`records.state.${props.view.state}`)}
      note={record().note}
      form={() => composeModel(typeModel(props.view), record().evidence)}
      actions={
        <Show when={record().launchedOn !== null}>
          <Button class="main" label={w("models.addCheck")} opensDialog onClick={() => sheet.show("check")} />
        </Show>
      }
      facts={<Facts view={props.view} />}
    >
      <section class="entry-section">
        <h2>{w("models.checks")}</h2>
        <Show when={record().checks.length > 0} fallback={<p class="soft">{w("models.noChecks")}</p>}>
          <DatedAnswers
            answers={record().checks.map(({ year, maintained, on, by, note }) => ({
              head: String(year),
              isYes: maintained,
              said: w(maintained ? "models.maintained" : "models.notMaintained"),
              by: `${writeDay(on)} · ${by}`,
              note,
            }))}
          />
        </Show>
      </section>
      <SpreadSection origin={{ kind: "model", id: record().id }} />
      <ModelDialog view={props.view} {...sheet.editing()} />
      <CheckDialog view={props.view} {...sheet.dialog("check")} />
    </RecordSheet>
  );
}

function Facts(props: { view: ModelView }) {
  const { w, m, language } = useWords();
  const record = () => props.view.record;
  const write = (value: number | null) =>
    value === null ? w("records.unknown") : formatNumber(value, language());
  const yesNo = (value: boolean | null) =>
    w(value === null ? "records.unknown" : value ? "records.yes" : "records.no");
  const day = (value: string | null) => (value === null ? w("records.unknown") : writeDay(value));
  return (
    <>
      <KnownFact name={w("models.type")} value={record().type} />
      <Fact name={w("models.field")}>{m(`modelField.${record().field}`)}</Fact>
      <KnownFact name={w("models.area")} value={record().area} />
      <Fact name={w("models.founding")}>
        {[record().foundingNumber, record().foundedOn ? day(record().foundedOn) : ""]
          .filter(Boolean)
          .join(", ") || w("records.unknown")}
      </Fact>
      <Fact name={w("models.launchedOn")}>{day(record().launchedOn)}</Fact>
      <KnownFact
        name={w("models.endedOn")}
        value={record().endedOn === null ? null : day(record().endedOn)}
      />
      <Fact name={w("models.households")}>
        {write(record().householdsSigned)} / {write(record().householdsTotal)}
      </Fact>
      <KnownFact name={w("models.managers")} value={record().managers} />
      <For each={["rules", "pilot", "selfManaged"] as const}>
        {(name) => <Fact name={w(`models.${name}`)}>{yesNo(record()[name])}</Fact>}
      </For>
      <Show when={props.view.origin}>
        {(origin) => (
          <Fact class="wide" name={w("models.replicatedFrom")}>
            <OriginLink origin={origin()} />
          </Fact>
        )}
      </Show>
    </>
  );
}
