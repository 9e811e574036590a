import "../commendation.css";
import { createSignal, Show } from "solid-js";
import type { Nomination } from "#core/commendation/nomination.ts";
import { Button } from "../../../button.tsx";
import { writeDay } from "../../../dates.ts";
import { usePageTitle } from "../../../page-title.ts";
import { FilterChoice, SearchChoice, UnitChoice } from "../../parts/filters.tsx";
import { Loaded } from "../../parts/loading.tsx";
import { Status } from "../../parts/messages.tsx";
import { SumLinks } from "../../parts/page-frame.tsx";
import { useWords } from "../../words/words.ts";
import { CommendationTabs } from "../commendation-tabs.tsx";
import { NominationDialog } from "./nomination-dialog.tsx";
import { createNominationList, isIn, listStates, type NominationList } from "./nomination-list.ts";
import { type NominationDoing, NominationTable } from "./nomination-table.tsx";
import { ResultDialog } from "./result-dialog.tsx";
import { type NominationStep, StepDialog } from "./step-dialog.tsx";
import { isWaiting, nominationStates } from "./typed-nomination.ts";

const steps = ["withdraw", "restore", "erase"] as const satisfies readonly NominationStep[];

/** A unit's nominations to higher levels, waiting or answered. */
export function NominationsPage() {
  const { w } = useWords();
  const [doing, setDoing] = createSignal<{ id: string | null; doing: NominationDoing } | null>(null);
  const [status, setStatus] = createSignal("");
  const list = createNominationList();
  /** Nomination of the open dialog if this does `wanted`; current even after a conflict. */
  const asked = (wanted: NominationDoing | undefined): Nomination | null => {
    const now = doing();
    return now && now.doing === wanted ? (list.all().find(({ id }) => id === now.id) ?? null) : null;
  };
  const step = () => steps.find((each) => each === doing()?.doing);
  const askedStep = () => {
    const [of, nomination] = [step(), asked(step())];
    return of && nomination ? { nomination, step: of } : null;
  };
  const close = () => setDoing(null);
  const common = () => ({
    unit: list.unit() ?? "",
    onClose: close,
    onReload: list.load.reload,
    onDone: () => {
      close();
      setStatus(w("records.saved"));
      void list.load.reload();
    },
  });
  usePageTitle(() => w("nominations.title"));
  return (
    <>
      <CommendationTabs current="nominations" unit={list.unit()} />
      <div class="head-row">
        <h1>{w("nominations.title")}</h1>
        <Show when={list.load.data()?.may.write}>
          <Button
            class="main push"
            opensDialog
            label={w("nominations.add")}
            onClick={() => setDoing({ id: null, doing: "edit" })}
          />
        </Show>
      </div>
      <p class="soft lead">{w("nominations.lead")}</p>
      <Show when={list.unit()} fallback={<p class="note">{w("commendations.noUnit")}</p>}>
        <Status class="said" text={status()} />
        <Filters list={list} />
        <Loaded of={list.load}>
          {(view) => (
            <>
              <SumLinks sums={sumsOf(list, w)} />
              <Show
                when={list.shown().length > 0}
                fallback={
                  <p class="note">{w(list.all().length === 0 ? "nominations.none" : "records.noneFound")}</p>
                }
              >
                <NominationTable
                  view={view()}
                  nominations={list.shown()}
                  onDo={({ id }, wanted) => setDoing({ id, doing: wanted })}
                />
              </Show>
              <NominationDialog
                {...common()}
                open={doing()?.doing === "edit"}
                today={view().today}
                nomination={asked("edit")}
              />
              <ResultDialog {...common()} today={view().today} nomination={asked("result")} />
              <StepDialog {...common()} asked={askedStep()} />
            </>
          )}
        </Loaded>
      </Show>
    </>
  );
}

function sumsOf(list: NominationList, w: ReturnType<typeof useWords>["w"]) {
  const [oldest] = list
    .ofYear()
    .filter(isWaiting)
    .map(({ sentOn }) => sentOn)
    .sort();
  return nominationStates.map((state) => ({
    label: w(`nominations.sum.${state}`),
    value: list.ofYear().filter((each) => isIn(each, state)).length,
    href: list.address({ state, q: "" }),
    note: state === "sent" && oldest ? w("nominations.oldest", { day: writeDay(oldest) }) : "",
  }));
}

function Filters(props: { list: NominationList }) {
  const { w } = useWords();
  const { list } = props;
  return (
    <div class="head-row filters">
      <UnitChoice units={list.units()} unit={list.unit()} onChoose={(unit) => list.go({ unit })} />
      <FilterChoice
        label={w("commendations.year")}
        all={w("nominations.allYears")}
        values={list.years()}
        nameOf={(year) => year}
        value={list.search.year ?? null}
        onChoose={(year) => list.go({ year })}
      />
      <FilterChoice
        label={w("nominations.result")}
        values={listStates}
        nameOf={(each) => w(`nominations.state.${each}`)}
        value={list.state()}
        onChoose={(state) => list.go({ state })}
      />
      <SearchChoice
        class="award-search nomination-search"
        value={list.search.q}
        onInput={(q) => list.go({ q }, true)}
      />
    </div>
  );
}
