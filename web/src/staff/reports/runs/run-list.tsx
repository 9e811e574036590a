import { createSignal, For, Show } from "solid-js";
import { runPlace } from "#core/report/run.ts";
import type { ReportRunsView } from "../../../../../functions/api/report/run-views.ts";
import { Button } from "../../../button.tsx";
import { writeDay, writeInstant } from "../../../dates.ts";
import { useNavigate, useSearchParams } from "../../../router.ts";
import { pathTo } from "../../parts/address.ts";
import { UnitChoice } from "../../parts/filters.tsx";
import { listedUnit } from "../../parts/grants.ts";
import { createLoad, Loaded } from "../../parts/loading.tsx";
import { useSession } from "../../parts/session.tsx";
import { PlainTable } from "../../parts/table.tsx";
import { useWords } from "../../words/words.ts";
import { readRuns } from "./api.ts";
import { BeginDialog } from "./begin-dialog.tsx";

export function RunList() {
  const { w } = useWords();
  const { session } = useSession();
  const navigate = useNavigate();
  const [search] = useSearchParams<{ unit: string }>();
  const [beginning, setBeginning] = createSignal(false);
  const units = () => session().units.filter(({ validTo }) => validTo === null);
  const unit = () => listedUnit(session(), units(), search.unit);
  const load = createLoad(unit, readRuns);
  const coming = ({ campaigns, today }: ReportRunsView) =>
    campaigns.filter(({ reportOn }) => reportOn >= today);
  return (
    <Show when={unit()} fallback={<p class="note">{w("declared.noUnit")}</p>}>
      <div class="head-row">
        <h1>{w("reportRuns.title")}</h1>
        <UnitChoice
          units={units()}
          unit={unit()}
          onChoose={(chosen) => navigate(pathTo("reportRuns", { unit: chosen }), { scroll: false })}
        />
        <Show when={load.data()?.may.includes("run") && (load.data()?.campaigns.length ?? 0) > 0}>
          <Button
            class="main push"
            opensDialog
            label={w("reportRuns.begin")}
            onClick={() => setBeginning(true)}
          />
        </Show>
      </div>
      <p class="soft lead">{w("reportRuns.lead")}</p>
      <Loaded of={load}>
        {(view) => (
          <>
            <ul class="coming-runs">
              <For each={coming(view())}>
                {({ id, name, reportOn }) => (
                  <li>
                    {w("reportRuns.coming", { day: writeDay(reportOn) })}{" "}
                    <a href={pathTo("campaigns", {}, id)}>{name}</a>
                  </li>
                )}
              </For>
            </ul>
            <Show when={view().runs.length > 0} fallback={<p class="note">{w("reportRuns.none")}</p>}>
              <PlainTable
                caption={w("reportRuns.caption", { count: view().runs.length })}
                rows={view().runs}
                columns={[
                  {
                    head: w("reportRuns.run"),
                    cell: (run) => (
                      <a href={pathTo("reportRuns", {}, runPlace(run))}>{writeInstant(run.startedAt)}</a>
                    ),
                  },
                  { head: w("reportRuns.campaign"), class: "line", cell: ({ campaign }) => campaign },
                  {
                    head: w("reportRuns.by"),
                    label: true,
                    cell: ({ startedBy }) => startedBy ?? w("reportRuns.bySchedule"),
                  },
                  {
                    head: w("reportRuns.standing.made"),
                    class: "n",
                    label: true,
                    cell: ({ counts: { waiting, made, settled, failed } }) =>
                      `${made + settled}/${waiting + made + settled + failed}`,
                  },
                  {
                    head: w("reportRuns.standing.failed"),
                    class: "n",
                    label: true,
                    cell: ({ counts }) => counts.failed,
                  },
                ]}
              />
            </Show>
            <BeginDialog
              open={beginning()}
              unit={view().unit}
              campaigns={view().campaigns}
              onClose={() => setBeginning(false)}
              onBegun={(run) => navigate(pathTo("reportRuns", {}, runPlace(run)))}
            />
          </>
        )}
      </Loaded>
    </Show>
  );
}
