import { createSignal, Show } from "solid-js";
import { commendationStates } from "#core/commendation/decision.ts";
import { Button } from "../../button.tsx";
import { writeDay } from "../../dates.ts";
import { usePageTitle } from "../../page-title.ts";
import { useNavigate, useSearchParams } from "../../router.ts";
import { today } from "../../server-time.ts";
import { pathTo } from "../parts/address.ts";
import { Choice, readYear, UnitChoice, yearOptions } from "../parts/filters.tsx";
import { listedUnit, readUnits } from "../parts/grants.ts";
import { createLoad, Loaded } from "../parts/loading.tsx";
import { useSession } from "../parts/session.tsx";
import { PlainTable } from "../parts/table.tsx";
import { useWords } from "../words/words.ts";
import { formatTotal } from "./amounts.ts";
import { readCommendations } from "./api.ts";
import { ProposalDialog } from "./proposal-dialog.tsx";
import { StateTag } from "./state-tag.tsx";

/** Years offered before the current one. */
const yearsBack = 6;

export function CommendationList() {
  const words = useWords();
  const { w, m } = words;
  const { session } = useSession();
  const navigate = useNavigate();
  const [search] = useSearchParams<{ unit: string; year: string; state: string }>();
  const [proposing, setProposing] = createSignal(false);
  const thisYear = Number(today().slice(0, 4));
  // Includes ended units: their decisions can still be corrected or cancelled.
  const units = () => {
    const read = readUnits(session());
    const ended = session().units.filter(
      ({ id, validTo }) => validTo !== null && !read.some((u) => u.id === id),
    );
    return session().grants.some(({ role }) => role === "administrator") ? [...read, ...ended] : read;
  };
  const unit = () => listedUnit(session(), units(), search.unit);
  const year = () => readYear(search.year, thisYear);
  const state = () => commendationStates.find((each) => each === search.state) ?? null;
  const load = createLoad(
    () => (unit() === null ? null : `${unit()} ${year()}`),
    (key) => {
      const [of = "", within] = key.split(" ");
      return readCommendations(of, Number(within));
    },
  );
  const shown = () =>
    (load.data()?.decisions ?? []).filter((decision) => state() === null || decision.state === state());
  const go = (change: Record<string, string | null>) =>
    navigate(
      pathTo("commendations", {
        unit: units().length > 1 ? unit() : null,
        year: search.year,
        state: search.state,
        ...change,
      }),
      { scroll: false },
    );
  usePageTitle(() => w("commendations.title"));
  return (
    <Show when={unit()} fallback={<p class="note">{w("commendations.noUnit")}</p>}>
      <div class="head-row">
        <h1>{w("commendations.title")}</h1>
        <Show when={load.data()?.may.write}>
          <Button
            class="main push"
            opensDialog
            label={w("commendations.propose")}
            onClick={() => setProposing(true)}
          />
        </Show>
      </div>
      <p class="soft lead">{w("commendations.lead")}</p>
      <div class="head-row filters">
        <UnitChoice units={units()} unit={unit()} onChoose={(chosen) => go({ unit: chosen })} />
        <Choice
          label={w("commendations.year")}
          options={yearOptions(thisYear - yearsBack, thisYear, year())}
          value={String(year())}
          onChoose={(chosen) => go({ year: chosen })}
        />
        <Choice
          label={w("commendations.state")}
          options={[
            { value: "", name: w("commendations.anyState") },
            ...commendationStates.map((each) => ({ value: each, name: w(`commendations.state.${each}`) })),
          ]}
          value={state() ?? ""}
          onChoose={(chosen) => go({ state: chosen })}
        />
      </div>
      <Loaded of={load}>
        {(view) => (
          <Show
            when={shown().length > 0}
            fallback={
              <p class="note">
                {view().decisions.length === 0
                  ? w("commendations.none", { year: year() })
                  : w("commendations.noneInState")}
              </p>
            }
          >
            <PlainTable
              class="commendation-list"
              caption={w("commendations.caption", { count: shown().length, year: year() })}
              rows={shown()}
              columns={[
                {
                  head: w("commendations.subject"),
                  cell: ({ id, subject }) => <a href={pathTo("commendations", {}, id)}>{subject}</a>,
                },
                {
                  head: w("commendations.number"),
                  label: true,
                  class: "nowrap",
                  cell: ({ number }) => number ?? <span class="soft">{w("commendations.numberNone")}</span>,
                },
                {
                  head: w("commendations.signedOn"),
                  label: true,
                  class: "nowrap",
                  cell: ({ signedOn }) => (signedOn === null ? "–" : writeDay(signedOn)),
                },
                { head: w("commendations.level"), label: true, cell: ({ level }) => m(`level.${level}`) },
                { head: w("commendations.lines"), label: true, class: "n", cell: ({ count }) => count },
                {
                  head: w("commendations.total"),
                  label: true,
                  class: "n",
                  cell: ({ total, count }) => (count === 0 ? "–" : formatTotal(total, words)),
                },
                { head: w("commendations.state"), cell: (decision) => <StateTag state={decision.state} /> },
              ]}
            />
          </Show>
        )}
      </Loaded>
      <ProposalDialog
        open={proposing()}
        unit={unit() ?? ""}
        year={year()}
        view={null}
        onClose={() => setProposing(false)}
        onDone={({ decision }) => navigate(pathTo("commendations", {}, decision.id))}
      />
    </Show>
  );
}
