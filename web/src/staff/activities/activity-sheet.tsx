import { createSignal, For, Show } from "solid-js";
import type { ActivityView } from "../../../../functions/api/activities/views.ts";
import { writeDay } from "../../dates.ts";
import { Fact } from "../../fact.tsx";
import { formatNumber } from "../parts/numbers.ts";
import { useWords } from "../words/words.ts";
import { ActivityDialog, composeActivity, typeActivity } from "./activity-dialog.tsx";
import { RecordSheet } from "./record-sheet.tsx";

const numbers = {
  launch: ["organisations", "hamlets", "participants"],
  outreach: ["sessions", "participants", "articles", "broadcasts"],
} as const;

export function ActivitySheet(props: {
  view: ActivityView;
  onChanged: (view: ActivityView) => void;
  onReload: () => Promise<void>;
}) {
  const { w, m, language } = useWords();
  const [editing, setEditing] = createSignal(false);
  const [status, setStatus] = createSignal("");
  const record = () => props.view.record;
  const take = (view: ActivityView) => {
    setEditing(false);
    setStatus(w("records.saved"));
    props.onChanged(view);
  };
  return (
    <RecordSheet
      kind="activity"
      view={props.view}
      title={record().title}
      tags={<span class="tag plain">{w(`activities.kind.${record().kind}`)}</span>}
      form={() => composeActivity(typeActivity(props.view), record().evidence)}
      status={status()}
      onEdit={() => setEditing(true)}
      onChanged={take}
      onReload={props.onReload}
      facts={
        <>
          <Fact name={w("activities.days")}>
            {record().from === record().to
              ? writeDay(record().from)
              : `${writeDay(record().from)} – ${writeDay(record().to)}`}
          </Fact>
          <Show when={record().forms.length > 0}>
            <Fact name={w("activities.forms")}>
              {record()
                .forms.map((form) => m(`outreachForm.${form}`))
                .join(", ")}
            </Fact>
          </Show>
          <Show when={record().audience}>
            <Fact name={w("activities.audience")}>{record().audience}</Fact>
          </Show>
          <For each={numbers[record().kind]}>
            {(name) => (
              <Fact name={w(`activities.number.${name}`)}>
                {record()[name] === null
                  ? w("records.unknown")
                  : formatNumber(record()[name] ?? 0, language())}
              </Fact>
            )}
          </For>
          <Show when={record().content}>
            <Fact class="wide" name={w("activities.content")}>
              {record().content}
            </Fact>
          </Show>
          <Show when={record().note}>
            <Fact class="wide" name={w("records.note")}>
              {record().note}
            </Fact>
          </Show>
        </>
      }
    >
      <ActivityDialog
        open={editing()}
        view={props.view}
        unit={record().unit}
        unitName={props.view.unit.name}
        onClose={() => setEditing(false)}
        onSaved={take}
        onReload={props.onReload}
      />
    </RecordSheet>
  );
}
