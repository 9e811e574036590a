import { createMemo, createSignal, Show } from "solid-js";
import type { ActivitySummary } from "#core/activities/activity.ts";
import { activityKinds } from "#core/activities/activity.ts";
import { writeDay } from "../../dates.ts";
import { useNavigate } from "../../router.ts";
import { today } from "../../server-time.ts";
import { Choice, yearOptions } from "../parts/filters.tsx";
import { createLoad, Loaded } from "../parts/loading.tsx";
import { formatNumber } from "../parts/numbers.ts";
import { PlainTable } from "../parts/table.tsx";
import { useWords } from "../words/words.ts";
import { ActivityDialog } from "./activity-dialog.tsx";
import { ActivitySheet } from "./activity-sheet.tsx";
import { readRecord } from "./api.ts";
import { ListFrame, sumKnown } from "./list-frame.tsx";
import { createRecordList } from "./record-list.ts";

const firstYear = 2015;
const kinds = [...activityKinds, "withdrawn"] as const;

export function ActivitiesPage(props: { id: string | null }) {
  return (
    <Show when={props.id} keyed fallback={<ActivityList />}>
      {(id) => <OneActivity id={id} />}
    </Show>
  );
}

function OneActivity(props: { id: string }) {
  const load = createLoad(
    () => props.id,
    (id) => readRecord("activity", id),
  );
  return (
    <Loaded of={load}>
      {(view) => <ActivitySheet view={view()} onChanged={load.put} onReload={load.reload} />}
    </Loaded>
  );
}

function ActivityList() {
  const { w, m, language } = useWords();
  const navigate = useNavigate();
  const list = createRecordList("activity");
  const [adding, setAdding] = createSignal(false);
  const kind = () => kinds.find((each) => each === list.search.kind) ?? null;
  const items = () => list.load.data()?.items ?? [];
  const counted = createMemo(() => items().filter(({ withdrawn }) => !withdrawn));
  const shown = createMemo(() =>
    (kind() === "withdrawn" ? items().filter(({ withdrawn }) => withdrawn) : counted()).filter(
      (each) =>
        (kind() === null || kind() === "withdrawn" || each.kind === kind()) &&
        list.matches(`${each.title} ${each.unitName}`),
    ),
  );
  const sums = () => {
    const of = (each: "launch" | "outreach") => counted().filter((item) => item.kind === each);
    const count = (each: "launch" | "outreach") => ({
      label: w(`activities.count.${each}`),
      value: of(each).length,
      href: list.addressOf({ kind: each }),
    });
    const sum = (
      each: "launch" | "outreach",
      name: "organisations" | "hamlets" | "sessions" | "participants" | "articles" | "broadcasts",
    ) => ({
      label: w(`activities.sum.${name}`),
      ...sumKnown(of(each).map((item) => item[name])),
      href: list.addressOf({ kind: each }),
    });
    return [
      count("launch"),
      ...(of("launch").length > 0 ? [sum("launch", "organisations"), sum("launch", "hamlets")] : []),
      count("outreach"),
      ...(of("outreach").length > 0
        ? (["sessions", "participants", "articles", "broadcasts"] as const).map((name) =>
            sum("outreach", name),
          )
        : []),
    ];
  };
  const reached = (item: ActivitySummary) => {
    const names =
      item.kind === "launch"
        ? (["organisations", "hamlets"] as const)
        : (["participants", "sessions", "articles", "broadcasts"] as const);
    return names
      .flatMap((name) => {
        const value = item[name];
        return value === null ? [] : [`${formatNumber(value, language())} ${w(`activities.sum.${name}`)}`];
      })
      .join(", ");
  };
  return (
    <>
      <ActivityDialog
        open={adding()}
        view={null}
        unit={list.unit() ?? ""}
        unitName={list.unitName()}
        onClose={() => setAdding(false)}
        onSaved={({ record }) => navigate(list.address({}, record.id))}
      />
      <ListFrame
        page="activities"
        list={list}
        add={w("activities.add")}
        onAdd={() => setAdding(true)}
        status=""
        sums={sums()}
        shown={shown().length}
        filtered={kind() !== null || Boolean(list.search.q)}
        filters={
          <>
            <Choice
              label={w("records.year")}
              options={yearOptions(firstYear, Number(today().slice(0, 4)), list.year())}
              value={String(list.year())}
              onChoose={(year) => list.go({ year })}
            />
            <Choice
              label={w("activities.kind")}
              options={[
                { value: "", name: w("records.all") },
                ...kinds.map((each) => ({ value: each, name: w(`activities.kind.${each}`) })),
              ]}
              value={kind() ?? ""}
              onChoose={(chosen) => list.go({ kind: chosen })}
            />
          </>
        }
      >
        <PlainTable
          caption={w("activities.caption", { count: shown().length })}
          rows={shown()}
          columns={[
            {
              head: w("activities.title"),
              class: "record-title",
              cell: (item) => (
                <>
                  <a href={list.address({}, item.id)}>{item.title}</a>
                  <span class="soft">{item.unitName}</span>
                </>
              ),
            },
            {
              head: w("activities.kind"),
              cell: (item) => <span class="tag plain">{w(`activities.kind.${item.kind}`)}</span>,
            },
            {
              head: w("activities.days"),
              class: "nowrap",
              label: true,
              cell: ({ from, to }) => (from === to ? writeDay(from) : `${writeDay(from)} – ${writeDay(to)}`),
            },
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
      </ListFrame>
    </>
  );
}
