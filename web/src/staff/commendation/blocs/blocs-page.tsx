import "../commendation.css";
import { createSignal, For, Show } from "solid-js";
import type { Bloc } from "#core/commendation/bloc.ts";
import { Button } from "../../../button.tsx";
import { usePageTitle } from "../../../page-title.ts";
import { useNavigate, useSearchParams } from "../../../router.ts";
import { today } from "../../../server-time.ts";
import { pathTo } from "../../parts/address.ts";
import { Check } from "../../parts/check-fields.tsx";
import { Choice, readYear, UnitChoice, yearOptions } from "../../parts/filters.tsx";
import { listedUnit, readUnits } from "../../parts/grants.ts";
import { createLoad, Loaded } from "../../parts/loading.tsx";
import { Status } from "../../parts/messages.tsx";
import { useSession } from "../../parts/session.tsx";
import { useWords } from "../../words/words.ts";
import { readBlocs } from "../api.ts";
import { CommendationTabs } from "../commendation-tabs.tsx";
import { BlocDialog } from "./bloc-dialog.tsx";
import { BlocTable } from "./bloc-table.tsx";
import { WithdrawDialog } from "./withdraw-dialog.tsx";

const firstYear = 2015;

/** Ranks of a unit's emulation blocs of a year. */
export function BlocsPage() {
  const { w } = useWords();
  const { session } = useSession();
  const navigate = useNavigate();
  const [search] = useSearchParams<{ unit: string; year: string }>();
  const [doing, setDoing] = createSignal<{ id: string | null; doing: "edit" | "withdraw" } | null>(null);
  const [status, setStatus] = createSignal("");
  const [withAll, setWithAll] = createSignal(false);
  const thisYear = Number(today().slice(0, 4));
  const units = () => readUnits(session());
  const unit = () => listedUnit(session(), units(), search.unit);
  const year = () => readYear(search.year, thisYear);
  const load = createLoad(
    () => (unit() === null ? null : `${unit()} ${year()}`),
    () => readBlocs(unit() ?? "", year()),
  );
  const all = () => (load.data()?.records ?? []).toSorted((a, b) => a.name.localeCompare(b.name, "vi"));
  const shown = () => all().filter(({ withdrawn }) => withAll() || !withdrawn);
  const go = (change: { unit?: string; year?: string | number }) =>
    navigate(pathTo("blocs", { unit: units().length > 1 ? unit() : null, year: search.year, ...change }), {
      scroll: false,
    });
  const asked = (wanted: "edit" | "withdraw") => {
    const now = doing();
    return now?.doing === wanted ? (all().find(({ id }) => id === now.id) ?? null) : null;
  };
  const close = () => setDoing(null);
  const common = () => ({
    unit: unit() ?? "",
    onClose: close,
    onReload: load.reload,
    onDone: (bloc: Bloc) => {
      close();
      setStatus(w("records.saved"));
      if (bloc.year === year()) void load.reload();
      else go({ year: bloc.year });
    },
  });
  usePageTitle(() => w("blocs.title"));
  return (
    <>
      <CommendationTabs current="blocs" unit={unit()} />
      <div class="head-row">
        <h1>{w("blocs.title")}</h1>
        <Show when={load.data()?.may.write}>
          <Button
            class="main push"
            opensDialog
            label={w("blocs.add")}
            onClick={() => setDoing({ id: null, doing: "edit" })}
          />
        </Show>
      </div>
      <p class="soft lead">{w("blocs.lead")}</p>
      <Show when={unit()} fallback={<p class="note">{w("commendations.noUnit")}</p>}>
        <Status class="said" text={status()} />
        <div class="head-row filters">
          <UnitChoice units={units()} unit={unit()} onChoose={(chosen) => go({ unit: chosen })} />
          <Choice
            label={w("records.year")}
            options={yearOptions(firstYear, thisYear, year())}
            value={String(year())}
            onChoose={(chosen) => go({ year: chosen })}
          />
          <Show when={all().some(({ withdrawn }) => withdrawn)}>
            <Check label={w("blocs.withWithdrawn")} checked={withAll()} onChange={setWithAll} />
          </Show>
        </div>
        <Loaded of={load}>
          {(view) => (
            <>
              <For each={shown()} fallback={<p class="note">{w("blocs.none", { year: year() })}</p>}>
                {(bloc) => (
                  <BlocTable
                    bloc={bloc}
                    mayWrite={view().may.write}
                    onEdit={() => setDoing({ id: bloc.id, doing: "edit" })}
                    onWithdraw={() => setDoing({ id: bloc.id, doing: "withdraw" })}
                  />
                )}
              </For>
              <BlocDialog {...common()} open={doing()?.doing === "edit"} year={year()} bloc={asked("edit")} />
              <WithdrawDialog {...common()} bloc={asked("withdraw")} />
            </>
          )}
        </Loaded>
      </Show>
    </>
  );
}
