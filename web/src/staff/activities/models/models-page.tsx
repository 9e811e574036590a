import { createMemo } from "solid-js";
import { modelFields, modelStates } from "#core/activities/model.ts";
import { writeDay } from "../../../dates.ts";
import { today } from "../../../server-time.ts";
import { FilterChoice } from "../../parts/filters.tsx";
import { formatNumber } from "../../parts/numbers.ts";
import { useWords } from "../../words/words.ts";
import { ListFrame, tagColumn } from "../list-frame.tsx";
import { createRecordList, type ItemOf } from "../record-list.ts";
import { RecordPage } from "../record-page.tsx";
import { ModelDialog } from "./model-dialog.tsx";
import { ModelSheet } from "./model-sheet.tsx";

const states = [...modelStates, "withdrawn"] as const;
const marks = ["replicated", "pilot", "selfManaged", "checked", "unchecked"] as const;
type Item = ItemOf<"model">;

export const ModelsPage = (props: { id: string | null }) => (
  <RecordPage kind="model" id={props.id} list={ModelList} sheet={ModelSheet} />
);

function ModelList() {
  const { w, m, language } = useWords();
  const list = createRecordList("model");
  const thisYear = Number(today().slice(0, 4));
  const state = () => states.find((each) => each === list.search.state) ?? null;
  const mark = () => marks.find((each) => each === list.search.mark) ?? null;
  const field = () => modelFields.find((each) => each === list.search.field) ?? null;
  const isChecked = ({ checks }: Item) => checks.some(({ year }) => year === thisYear);
  const has: Record<(typeof marks)[number], (item: Item) => boolean> = {
    replicated: ({ replicatedFrom }) => replicatedFrom !== null,
    pilot: ({ pilot }) => pilot === true,
    selfManaged: ({ selfManaged }) => selfManaged === true,
    checked: isChecked,
    unchecked: (item) => !isChecked(item) && (item.state === "launched" || item.state === "maintained"),
  };
  const shown = createMemo(() =>
    list.listed(state() === "withdrawn").filter((item) => {
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
      value: list.counted().filter((item) => item.state === each).length,
      href: list.addressOf({ state: each }),
    })),
    ...(["replicated", "selfManaged", "unchecked"] as const).map((each) => ({
      label: w(`models.mark.${each}`, { year: thisYear }),
      value: list.counted().filter(has[each]).length,
      href: list.addressOf({ mark: each }),
    })),
  ];
  const households = ({ householdsSigned: signed, householdsTotal: total }: Item) => {
    if (signed === null && total === null) return <span class="soft">{w("records.unknown")}</span>;
    const write = (value: number | null) => (value === null ? "?" : formatNumber(value, language()));
    return `${write(signed)}/${write(total)}`;
  };
  return (
    <ListFrame
      list={list}
      dialog={ModelDialog}
      filtered={Boolean(state() ?? mark() ?? field())}
      filters={
        <>
          <FilterChoice
            label={w("records.state")}
            values={states}
            nameOf={(each) => w(`records.state.${each}`)}
            value={state()}
            onChoose={(chosen) => list.go({ state: chosen })}
          />
          <FilterChoice
            label={w("models.field")}
            values={modelFields}
            nameOf={(each) => m(`modelField.${each}`)}
            value={field()}
            onChoose={(chosen) => list.go({ field: chosen })}
          />
          <FilterChoice
            label={w("models.mark")}
            values={marks}
            nameOf={(each) => w(`models.mark.${each}`, { year: thisYear })}
            value={mark()}
            onChoose={(chosen) => list.go({ mark: chosen })}
          />
        </>
      }
      sums={sums()}
      rows={shown()}
      head={w("models.name")}
      titleOf={({ name }) => name}
      underOf={({ unitName, area }) => [unitName, area].filter(Boolean).join(" · ")}
      columns={[
        {
          head: w("models.type"),
          class: "line",
          cell: ({ type, field: of }) => [type, m(`modelField.${of}`)].filter(Boolean).join(" · "),
        },
        tagColumn<Item>(w("records.state"), (item) => w(`records.state.${item.state}`)),
        {
          head: w("models.launchedOn"),
          class: "nowrap",
          label: true,
          cell: ({ launchedOn }) => (launchedOn ? writeDay(launchedOn) : "–"),
        },
        { head: w("models.households"), class: "n", label: true, cell: households },
      ]}
    />
  );
}
