import { createMemo, createSignal, Show } from "solid-js";
import { replicationStates } from "#core/activities/replication.ts";
import { writeDay } from "../../dates.ts";
import { useNavigate } from "../../router.ts";
import { today } from "../../server-time.ts";
import { Choice } from "../parts/filters.tsx";
import { createLoad, Loaded } from "../parts/loading.tsx";
import { PlainTable } from "../parts/table.tsx";
import { useWords } from "../words/words.ts";
import { readRecord } from "./api.ts";
import { DueTag } from "./due-tag.tsx";
import { ListFrame } from "./list-frame.tsx";
import { createRecordList } from "./record-list.ts";
import { ReplicationDialog } from "./replication-dialog.tsx";
import { ReplicationSheet } from "./replication-sheet.tsx";

const states = [...replicationStates, "due", "withdrawn"] as const;

export function ReplicationsPage(props: { id: string | null }) {
  return (
    <Show when={props.id} keyed fallback={<ReplicationList />}>
      {(id) => <OneReplication id={id} />}
    </Show>
  );
}

function OneReplication(props: { id: string }) {
  const load = createLoad(
    () => props.id,
    (id) => readRecord("replication", id),
  );
  return (
    <Loaded of={load}>
      {(view) => <ReplicationSheet view={view()} onChanged={load.put} onReload={load.reload} />}
    </Loaded>
  );
}

function ReplicationList() {
  const { w } = useWords();
  const navigate = useNavigate();
  const list = createRecordList("replication");
  const [adding, setAdding] = createSignal(false);
  const state = () => states.find((each) => each === list.search.state) ?? null;
  const items = () => list.load.data()?.items ?? [];
  type Item = ReturnType<typeof items>[number];
  const counted = createMemo(() => items().filter(({ withdrawn }) => !withdrawn));
  const isIn = (item: Item, of: (typeof states)[number]) =>
    of === "due" ? item.dueOn !== null && item.dueOn <= today() : of === "withdrawn" || item.state === of;
  const shown = createMemo(() => {
    const of = state();
    return (of === "withdrawn" ? items().filter(({ withdrawn }) => withdrawn) : counted())
      .filter(
        (item) => (of === null || isIn(item, of)) && list.matches(`${item.originTitle} ${item.unitName}`),
      )
      .toSorted((a, b) => (a.dueOn ?? "9999").localeCompare(b.dueOn ?? "9999"));
  });
  const sums = () =>
    (["reported", "confirmed", "applied", "due", "ended"] as const).map((each) => ({
      label: w(`records.state.${each}`),
      value: counted().filter((item) => isIn(item, each)).length,
      href: list.addressOf({ state: each }),
    }));
  return (
    <>
      <ReplicationDialog
        open={adding()}
        view={null}
        unit={list.unit() ?? ""}
        unitName={list.unitName()}
        onClose={() => setAdding(false)}
        onSaved={({ record }) => navigate(list.address({}, record.id))}
      />
      <ListFrame
        page="replications"
        list={list}
        add={w("replications.add")}
        onAdd={() => setAdding(true)}
        status=""
        sums={sums()}
        shown={shown().length}
        filtered={state() !== null || Boolean(list.search.q)}
        filters={
          <Choice
            label={w("records.state")}
            options={[
              { value: "", name: w("records.all") },
              ...states.map((each) => ({ value: each, name: w(`records.state.${each}`) })),
            ]}
            value={state() ?? ""}
            onChoose={(chosen) => list.go({ state: chosen })}
          />
        }
      >
        <PlainTable
          caption={w("replications.caption", { count: shown().length })}
          rows={shown()}
          columns={[
            {
              head: w("replications.of"),
              class: "record-title",
              cell: (item) => (
                <>
                  <a href={list.address({}, item.id)}>{item.originTitle || item.of.id}</a>
                  <span class="soft">{w(`origins.kind.${item.of.kind}`)}</span>
                </>
              ),
            },
            { head: w("replications.unit"), class: "line", cell: ({ unitName }) => unitName },
            {
              head: w("replications.startedOn"),
              class: "nowrap",
              label: true,
              cell: ({ startedOn }) => writeDay(startedOn),
            },
            {
              head: w("records.state"),
              cell: ({ state: now }) => <span class="tag plain">{w(`records.state.${now}`)}</span>,
            },
            {
              head: w("replications.due"),
              label: true,
              cell: ({ dueOn }) => <DueTag dueOn={dueOn} />,
            },
          ]}
        />
      </ListFrame>
    </>
  );
}
