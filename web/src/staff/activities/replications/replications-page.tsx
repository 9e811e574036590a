import { createMemo } from "solid-js";
import { replicationStates } from "#core/activities/replication.ts";
import { writeDay } from "../../../dates.ts";
import { today } from "../../../server-time.ts";
import { FilterChoice } from "../../parts/filters.tsx";
import { useWords } from "../../words/words.ts";
import { ListFrame, tagColumn } from "../list-frame.tsx";
import { createRecordList, type ItemOf } from "../record-list.ts";
import { RecordPage } from "../record-page.tsx";
import { DueTag } from "./due-tag.tsx";
import { ReplicationDialog } from "./replication-dialog.tsx";
import { ReplicationSheet } from "./replication-sheet.tsx";

const states = [...replicationStates, "due", "withdrawn"] as const;

export const ReplicationsPage = (props: { id: string | null }) => (
  <RecordPage kind="replication" id={props.id} list={ReplicationList} sheet={ReplicationSheet} />
);

const isIn = (item: ItemOf<"replication">, of: (typeof states)[number]) =>
  of === "due" ? item.dueOn !== null && item.dueOn <= today() : of === "withdrawn" || item.state === of;

function ReplicationList() {
  const { w } = useWords();
  const list = createRecordList("replication");
  const state = () => states.find((each) => each === list.search.state) ?? null;
  const shown = createMemo(() => {
    const of = state();
    return list
      .listed(of === "withdrawn")
      .filter(
        (item) => (of === null || isIn(item, of)) && list.matches(`${item.originTitle} ${item.unitName}`),
      )
      .toSorted((a, b) => (a.dueOn ?? "9999").localeCompare(b.dueOn ?? "9999"));
  });
  const sums = () =>
    (["reported", "confirmed", "applied", "due", "ended"] as const).map((each) => ({
      label: w(`records.state.${each}`),
      value: list.counted().filter((item) => isIn(item, each)).length,
      href: list.addressOf({ state: each }),
    }));
  return (
    <ListFrame
      list={list}
      dialog={ReplicationDialog}
      filtered={state() !== null}
      filters={
        <FilterChoice
          label={w("records.state")}
          values={states}
          nameOf={(each) => w(`records.state.${each}`)}
          value={state()}
          onChoose={(chosen) => list.go({ state: chosen })}
        />
      }
      sums={sums()}
      rows={shown()}
      head={w("replications.of")}
      titleOf={({ originTitle, of }) => originTitle || of.id}
      underOf={({ of }) => w(`origins.kind.${of.kind}`)}
      columns={[
        { head: w("replications.unit"), class: "line", cell: ({ unitName }) => unitName },
        {
          head: w("replications.startedOn"),
          class: "nowrap",
          label: true,
          cell: ({ startedOn }) => writeDay(startedOn),
        },
        tagColumn<ItemOf<"replication">>(w("records.state"), (item) => w(`records.state.${item.state}`)),
        { head: w("replications.due"), label: true, cell: ({ dueOn }) => <DueTag dueOn={dueOn} /> },
      ]}
    />
  );
}
