import { For, onCleanup, Show } from "solid-js";
import type { RunUnitStatus } from "#core/report/run.ts";
import type { ReportRunView } from "../../../../../functions/api/report/run-views.ts";
import { Button } from "../../../button.tsx";
import { writeInstant } from "../../../dates.ts";
import { usePageTitle } from "../../../page-title.ts";
import { useSearchParams } from "../../../router.ts";
import { watch } from "../../../watch.ts";
import { pathTo } from "../../parts/address.ts";
import { isProblem } from "../../parts/api.ts";
import { createLoad, Loaded } from "../../parts/loading.tsx";
import { Status, Trouble } from "../../parts/messages.tsx";
import { createAction } from "../../parts/sending.ts";
import { useSession } from "../../parts/session.tsx";
import { useWords } from "../../words/words.ts";
import { type RunKey, readRun, tryAgain } from "./api.ts";
import { RunUnits } from "./run-units.tsx";

const pollPause = 2_000;
const standings = ["failed", "waiting", "made", "settled"] as const;

export function RunProgress(props: { run: RunKey }) {
  const { w } = useWords();
  const load = createLoad(
    () => `${props.run.unit}~${props.run.id}`,
    () => readRun(props.run),
  );
  let timer: ReturnType<typeof setTimeout> | undefined;
  watch(
    () => [load.data(), load.failure()] as const,
    ([view]) => {
      clearTimeout(timer);
      if (view && !view.over) timer = setTimeout(() => void load.reload(), pollPause);
    },
  );
  onCleanup(() => clearTimeout(timer));
  return (
    <>
      <p class="report-back">
        <a href={pathTo("reportRuns", { unit: props.run.unit })}>{w("reportRuns.back")}</a>
      </p>
      <Loaded of={load} title={w("reportRuns.title")}>
        {(view) => <OpenRun view={view()} run={props.run} onFresh={load.put} onReload={load.reload} />}
      </Loaded>
    </>
  );
}

function OpenRun(props: {
  view: ReportRunView;
  run: RunKey;
  onFresh: (view: ReportRunView) => void;
  onReload: () => Promise<void>;
}) {
  const { w } = useWords();
  const { call } = useSession();
  const [search] = useSearchParams<{ show: string }>();
  const action = createAction((error) =>
    isProblem(error, "version.conflict") ? props.onReload() : undefined,
  );
  const shown = (): RunUnitStatus | null => standings.find((each) => each === search.show) ?? null;
  const all = () => props.view.rows.length;
  const ended = () => all() - props.view.counts.waiting;
  const title = () => w("reportRuns.titleOf", { year: props.view.year });
  usePageTitle(title);
  const rows = () => {
    const order = (standing: RunUnitStatus) => standings.indexOf(standing);
    return props.view.rows
      .filter(({ standing }) => shown() === null || standing === shown())
      .toSorted((a, b) => order(a.standing) - order(b.standing));
  };
  const again = () =>
    action.run(async () => props.onFresh(await call(() => tryAgain(props.run, props.view.version))));
  return (
    <>
      <div class="head-row">
        <h1>{title()}</h1>
        <Show when={props.view.may.includes("again")}>
          <Button
            class="main push"
            label={w("reportRuns.again", { count: props.view.counts.failed })}
            disabled={action.busy()}
            onClick={() => void again()}
          />
        </Show>
      </div>
      <p class="soft lead">
        {props.view.unitName} · {props.view.campaign} · {writeInstant(props.view.startedAt)} ·{" "}
        {props.view.startedBy ?? w("reportRuns.bySchedule")}
      </p>
      <Trouble text={action.trouble()} />
      <div class="run-bar">
        <progress max={all()} value={ended()} aria-label={w("reportRuns.progress")} />
        <Status
          text={w(props.view.over ? "reportRuns.over" : "reportRuns.running", { count: ended(), of: all() })}
        />
      </div>
      <nav class="states" aria-label={w("reportRuns.show")}>
        <ul>
          <For each={[null, ...standings]}>
            {(standing) => (
              <li>
                <a
                  href={pathTo("reportRuns", { show: standing }, `${props.run.unit}~${props.run.id}`)}
                  aria-current={standing === shown() ? "true" : undefined}
                >
                  {standing === null ? w("list.all") : w(`reportRuns.standing.${standing}`)}{" "}
                  {standing === null ? all() : props.view.counts[standing]}
                </a>
              </li>
            )}
          </For>
        </ul>
      </nav>
      <Show when={rows().length > 0} fallback={<p class="note">{w("reportRuns.noneHere")}</p>}>
        <RunUnits rows={rows()} year={props.view.year} />
      </Show>
    </>
  );
}
