import { createMemo } from "solid-js";
import { type ActivitySummary, activityKinds } from "#core/activities/activity.ts";
import { today } from "../../server-time.ts";
import { Choice, FilterChoice, yearOptions } from "../parts/filters.tsx";
import { formatNumber } from "../parts/numbers.ts";
import { useWords } from "../words/words.ts";
import { ActivityDialog } from "./activity-dialog.tsx";
import { ActivitySheet, writeDays } from "./activity-sheet.tsx";
import { ListFrame, sumKnown, tagColumn } from "./list-frame.tsx";
import { createRecordList } from "./record-list.ts";
import { RecordPage } from "./record-page.tsx";

const firstYear = 2015;
const kinds = [...activityKinds, "withdrawn"] as const;

const summed = {
  launch: ["organisations", "hamlets"],
  outreach: ["sessions", "participants", "articles", "broadcasts"],
} as const;

export const ActivitiesPage = (props: { id: string | null }) => (
  <RecordPage kind="activity" id={props.id} list={ActivityList} sheet={ActivitySheet} />
);

function ActivityList() {
  const { w, m, language } = useWords();
  const list = createRecordList("activity");
  const kind = () => kinds.find((each) => each === list.search.kind) ?? null;
  const shown = createMemo(() =>
    list
      .listed(kind() === "withdrawn")
      .filter(
        (each) =>
          (kind() === null || kind() === "withdrawn" || each.kind === kind()) &&
          list.matches(`${each.title} ${each.unitName}`),
      ),
  );
  const sums = () =>
    activityKinds.flatMap((each) => {
      const of = list.counted().filter((item) => item.kind === each);
      const href = list.addressOf({ kind: each });
      const numbers = of.length > 0 ? summed[each] : [];
      return [
        { label: w(`activities.count.${each}`), value: of.length, href },
        ...numbers.map((name) => ({
          label: w(`activities.sum.${name}`),
          ...sumKnown(of.map((item) => item[name])),
          href,
        })),
      ];
    });
  const reached = (item: ActivitySummary) =>
    summed[item.kind]
      .flatMap((name) => {
        const value = item[name];
        return value === null ? [] : [`${formatNumber(value, language())} ${w(`activities.sum.${name}`)}`];
      })
      .join(", ");
  return (
    <ListFrame
      list={list}
      dialog={ActivityDialog}
      filtered={kind() !== null}
      filters={
        <>
          <Choice
            label={w("records.year")}
            options={yearOptions(firstYear, Number(today().slice(0, 4)), list.year())}
            value={String(list.year())}
            onChoose={(year) => list.go({ year })}
          />
          <FilterChoice
            label={w("activities.kind")}
            values={kinds}
            nameOf={(each) => w(`activities.kind.${each}`)}
            value={kind()}
            onChoose={(chosen) => list.go({ kind: chosen })}
          />
        </>
      }
      sums={sums()}
      rows={shown()}
      head={w("activities.title")}
      titleOf={({ title }) => title}
      underOf={({ unitName }) => unitName}
      columns={[
        tagColumn<ActivitySummary>(w("activities.kind"), (item) => w(`activities.kind.${item.kind}`)),
        { head: w("activities.days"), class: "nowrap", label: true, cell: writeDays },
        {
          head: w("activities.forms"),
          class: "line",
          cell: ({ forms }) => forms.map((form) => m(`outreachForm.${form}`)).join(", "),
        },
        {
          head: w("activities.reached"),
          class: "line",
          cell: (item) => reached(item) || <span class="soft">{w("records.unknown")}</span>,
        },
      ]}
    />
  );
}
