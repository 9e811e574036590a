import { createMemo, createSignal, Show } from "solid-js";
import { modelFields, modelStates } from "#core/activities/model.ts";
import { writeDay } from "../../dates.ts";
import { useNavigate } from "../../router.ts";
import { today } from "../../server-time.ts";
import { Choice } from "../parts/filters.tsx";
import { createLoad, Loaded } from "../parts/loading.tsx";
import { formatNumber } from "../parts/numbers.ts";
import { PlainTable } from "../parts/table.tsx";
import { useWords } from "../words/words.ts";
import { readRecord } from "./api.ts";
import { ListFrame } from "./list-frame.tsx";
import { ModelDialog } from "./model-dialog.tsx";
import { ModelSheet } from "./model-sheet.tsx";
import { createRecordList } from "./record-list.ts";

const states = [...modelStates, "withdrawn"] as const;
const marks = ["replicated", "pilot", "selfManaged", "checked", "unchecked"] as const;

export function ModelsPage(props: { id: string | null }) {
  return (
    <Show when={props.id} keyed fallback={<ModelList />}>
      {(id) => <OneModel id={id} />}
    </Show>
  );
}

function OneModel(props: { id: string }) {
  const load = createLoad(
    () => props.id,
    (id) => readRecord("model", id),
  );
  return (
    <Loaded of={load}>
      {(view) => <ModelSheet view={view()} onChanged={load.put} onReload={load.reload} />}
    </Loaded>
  );
}

function ModelList() {
  const { w, m, language } = useWords();
  const navigate = useNavigate();
  const list = createRecordList("model");
  const [adding, setAdding] = createSignal(false);
  const thisYear = Number(today().slice(0, 4));
  const state = () => states.find((each) => each === list.search.state) ?? null;
  const mark = () => marks.find((each) => each === list.search.mark) ?? null;
  const field = () => modelFields.find((each) => each === list.search.field) ?? null;
  const items = () => list.load.data()?.items ?? [];
  type Item = ReturnType<typeof items>[number];
  const counted = createMemo(() => items().filter(({ withdrawn }) => !withdrawn));
  const isChecked = ({ checks }: Item) => checks.some(({ year }) => year === thisYear);
  const has: Record<(typeof marks)[number], (item: Item) => boolean> = {
    replicated: ({ replicatedFrom }) => replicatedFrom !== null,
    pilot: ({ pilot }) => pilot === true,
    selfManaged: ({ selfManaged }) => selfManaged === true,
    checked: isChecked,
    unchecked: (item) => !isChecked(item) && (item.state === "launched" || item.state === "maintained"),
  };
  const shown = createMemo(() =>
    (state() === "withdrawn" ? items().filter(({ withdrawn }) => withdrawn) : counted()).filter((item) => {
      const marked = mark();
      return (
        (state() === null || state() === "withdrawn" || item.state === state()) &&
        (field() === null || item.field === field()) &&
        (marked === null || has[marked](item)) &&
        list.matches(`${item.name} ${item.type} ${item.area} ${item.unitName}`)
      );
    }),
  );
  const sums = () => [
    ...modelStates.map((each) => ({
      label: w(`records.state.${each}`),
      value: counted().filter((item) => item.state === each).length,
      href: list.addressOf({ state: each }),
    })),
    ...(["replicated", "selfManaged", "unchecked"] as const).map((each) => ({
      label: w(`models.mark.${each}`, { year: thisYear }),
      value: counted().filter(has[each]).length,
      href: list.addressOf({ mark: each }),
    })),
  ];
  const households = ({ householdsSigned: signed, householdsTotal: total }: Item) => {
    if (signed === null && total === null) return <span class="soft">{w("records.unknown")}</span>;
    const write = (value: number | null) => (value === null ? "?" : formatNumber(value, language()));
    return `${write(signed)}/${write(total)}`;
  };
  return (
    <>
      <ModelDialog
        open={adding()}
        view={null}
        unit={list.unit() ?? ""}
        unitName={list.unitName()}
        onClose={() => setAdding(false)}
        onSaved={({ record }) => navigate(list.address({}, record.id))}
      />
      <ListFrame
        page="models"
        list={list}
        add={w("models.add")}
        onAdd={() => setAdding(true)}
        status=""
        sums={sums()}
        shown={shown().length}
        filtered={Boolean(state() ?? mark() ?? field() ?? list.search.q)}
        filters={
          <>
            <Choice
              label={w("records.state")}
              options={[
                { value: "", name: w("records.all") },
                ...states.map((each) => ({ value: each, name: w(`records.state.${each}`) })),
              ]}
              value={state() ?? ""}
              onChoose={(chosen) => list.go({ state: chosen })}
            />
            <Choice
              label={w("models.field")}
              options={[
                { value: "", name: w("records.all") },
                ...modelFields.map((each) => ({ value: each, name: m(`modelField.${each}`) })),
              ]}
              value={field() ?? ""}
              onChoose={(chosen) => list.go({ field: chosen })}
            />
            <Choice
              label={w("models.mark")}
              options={[
                { value: "", name: w("records.all") },
                ...marks.map((each) => ({ value: each, name: w(`models.mark.${each}`, { year: thisYear }) })),
              ]}
              value={mark() ?? ""}
              onChoose={(chosen) => list.go({ mark: chosen })}
            />
          </>
        }
      >
        <PlainTable
          caption={w("models.caption", { count: shown().length })}
          rows={shown()}
          columns={[
            {
              head: w("models.name"),
              class: "record-title",
              cell: (item) => (
                <>
                  <a href={list.address({}, item.id)}>{item.name}</a>
                  <span class="soft">{[item.unitName, item.area].filter(Boolean).join(" · ")}</span>
                </>
              ),
            },
            {
              head: w("models.type"),
              class: "line",
              cell: ({ type, field: of }) => [type, m(`modelField.${of}`)].filter(Boolean).join(" · "),
            },
            {
              head: w("records.state"),
              cell: ({ state: now }) => <span class="tag plain">{w(`records.state.${now}`)}</span>,
            },
            {
              head: w("models.launchedOn"),
              class: "nowrap",
              label: true,
              cell: ({ launchedOn }) => (launchedOn ? writeDay(launchedOn) : "–"),
            },
            { head: w("models.households"), class: "n", label: true, cell: households },
          ]}
        />
      </ListFrame>
    </>
  );
}
