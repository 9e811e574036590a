import { For } from "solid-js";
import { writeDay } from "../../dates.ts";
import { Fact } from "../../fact.tsx";
import { formatNumber } from "../parts/numbers.ts";
import { useWords } from "../words/words.ts";
import { ActivityDialog, composeActivity, typeActivity } from "./activity-dialog.tsx";
import { KnownFact, RecordSheet } from "./record-sheet.tsx";
import { createSheet, type SheetProps } from "./sheet.ts";

const numbers = {
  launch: ["organisations", "hamlets", "participants"],
  outreach: ["sessions", "participants", "articles", "broadcasts"],
} as const;

/** 15/03/2026, or 15/03/2026 – 20/03/2026. */
export const writeDays = ({ from, to }: { from: string; to: string }) =>
  from === to ? writeDay(from) : `${writeDay(from)} – ${writeDay(to)}`;

export function ActivitySheet(props: SheetProps<"activity">) {
  const { w, m, language } = useWords();
  const sheet = createSheet(props);
  const record = () => props.view.record;
  const write = (value: number | null) =>
    value === null ? w("records.unknown") : formatNumber(value, language());
  return (
    <RecordSheet
      kind="activity"
      view={props.view}
      sheet={sheet}
      title={record().title}
      tag={w(`activities.kind.${record().kind}`)}
      note={record().note}
      form={() => composeActivity(typeActivity(props.view), record().evidence)}
      facts={
        <>
          <Fact name={w("activities.days")}>{writeDays(record())}</Fact>
          <KnownFact
            name={w("activities.forms")}
            value={record()
              .forms.map((form) => m(`outreachForm.${form}`))
              .join(", ")}
          />
          <KnownFact name={w("activities.audience")} value={record().audience} />
          <For each={numbers[record().kind]}>
            {(name) => <Fact name={w(`activities.number.${name}`)}>{write(record()[name])}</Fact>}
          </For>
          <KnownFact class="wide" name={w("activities.content")} value={record().content} />
        </>
      }
    >
      <ActivityDialog view={props.view} {...sheet.editing()} />
    </RecordSheet>
  );
}
