import { createSignal, For, Show } from "solid-js";
import type { ModelView } from "../../../../functions/api/activities/views.ts";
import { Button } from "../../button.tsx";
import { writeDay } from "../../dates.ts";
import { Fact } from "../../fact.tsx";
import { formatNumber } from "../parts/numbers.ts";
import { useWords } from "../words/words.ts";
import { CheckDialog } from "./check-dialog.tsx";
import { composeModel, ModelDialog, typeModel } from "./model-dialog.tsx";
import { OriginLink } from "./origin-link.tsx";
import { RecordSheet } from "./record-sheet.tsx";
import { SpreadSection } from "./spread-section.tsx";

export function ModelSheet(props: {
  view: ModelView;
  onChanged: (view: ModelView) => void;
  onReload: () => Promise<void>;
}) {
  const { w } = useWords();
  const [open, setOpen] = createSignal<"edit" | "check" | null>(null);
  const [status, setStatus] = createSignal("");
  const record = () => props.view.record;
  const take = (view: ModelView) => {
    setOpen(null);
    setStatus(w("records.saved"));
    props.onChanged(view);
  };
  return (
    <RecordSheet
      kind="model"
      view={props.view}
      title={record().name}
      tags={<span class="tag plain">{w(`records.state.${props.view.state}`)}</span>}
      form={() => composeModel(typeModel(props.view), record().evidence)}
      status={status()}
      actions={
        <Show when={record().launchedOn !== null}>
          <Button class="main" label={w("models.addCheck")} opensDialog onClick={() => setOpen("check")} />
        </Show>
      }
      onEdit={() => setOpen("edit")}
      onChanged={take}
      onReload={props.onReload}
      facts={<Facts view={props.view} />}
    >
      <section class="entry-section">
        <h2>{w("models.checks")}</h2>
        <Show when={record().checks.length > 0} fallback={<p class="soft">{w("models.noChecks")}</p>}>
          <ul class="record-checks">
            <For each={record().checks.toReversed()}>
              {(check) => (
                <li>
                  <b>{check.year}</b>{" "}
                  <span class={`tag ${check.maintained ? "done" : "late"}`}>
                    {w(check.maintained ? "models.maintained" : "models.notMaintained")}
                  </span>{" "}
                  <span class="soft">
                    {writeDay(check.on)} · {check.by}
                  </span>
                  <Show when={check.note}>
                    <p>{check.note}</p>
                  </Show>
                </li>
              )}
            </For>
          </ul>
        </Show>
      </section>
      <SpreadSection origin={{ kind: "model", id: record().id }} />
      <ModelDialog
        open={open() === "edit"}
        view={props.view}
        unit={record().unit}
        unitName={props.view.unit.name}
        onClose={() => setOpen(null)}
        onSaved={take}
        onReload={props.onReload}
      />
      <CheckDialog
        open={open() === "check"}
        view={props.view}
        onClose={() => setOpen(null)}
        onSaved={take}
        onReload={props.onReload}
      />
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
      <Show when={record().type}>
        <Fact name={w("models.type")}>{record().type}</Fact>
      </Show>
      <Fact name={w("models.field")}>{m(`modelField.${record().field}`)}</Fact>
      <Show when={record().area}>
        <Fact name={w("models.area")}>{record().area}</Fact>
      </Show>
      <Fact name={w("models.founding")}>
        {[record().foundingNumber, record().foundedOn ? day(record().foundedOn) : ""]
          .filter(Boolean)
          .join(", ") || w("records.unknown")}
      </Fact>
      <Fact name={w("models.launchedOn")}>{day(record().launchedOn)}</Fact>
      <Show when={record().endedOn}>
        <Fact name={w("models.endedOn")}>{day(record().endedOn)}</Fact>
      </Show>
      <Fact name={w("models.households")}>
        {write(record().householdsSigned)} / {write(record().householdsTotal)}
      </Fact>
      <Show when={record().managers}>
        <Fact name={w("models.managers")}>{record().managers}</Fact>
      </Show>
      <Fact name={w("models.rules")}>{yesNo(record().rules)}</Fact>
      <Fact name={w("models.pilot")}>{yesNo(record().pilot)}</Fact>
      <Fact name={w("models.selfManaged")}>{yesNo(record().selfManaged)}</Fact>
      <Show when={props.view.origin}>
        {(origin) => (
          <Fact class="wide" name={w("models.replicatedFrom")}>
            <OriginLink origin={origin()} />
          </Fact>
        )}
      </Show>
      <Show when={record().note}>
        <Fact class="wide" name={w("records.note")}>
          {record().note}
        </Fact>
      </Show>
    </>
  );
}
