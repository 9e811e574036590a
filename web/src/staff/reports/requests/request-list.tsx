import { createMemo, createSignal, Show } from "solid-js";
import type { AskedRow, DueRow } from "../../../../../functions/api/report/request-views.ts";
import { Button } from "../../../button.tsx";
import { useNavigate, useSearchParams } from "../../../router.ts";
import { pathTo } from "../../parts/address.ts";
import { Check } from "../../parts/check-fields.tsx";
import { UnitChoice } from "../../parts/filters.tsx";
import { listedUnit } from "../../parts/grants.ts";
import { createLoad, Loaded } from "../../parts/loading.tsx";
import { useSession } from "../../parts/session.tsx";
import { useWords } from "../../words/words.ts";
import { readRequests } from "./api.ts";
import { AskDialog } from "./ask-dialog.tsx";
import { AskedTable, DueTable } from "./request-tables.tsx";

export function RequestList() {
  const { w } = useWords();
  const { session } = useSession();
  const navigate = useNavigate();
  const [search] = useSearchParams<{ unit: string; show: string }>();
  const [asking, setAsking] = createSignal(false);
  const units = () => session().units.filter(({ validTo }) => validTo === null);
  const unit = createMemo(() => listedUnit(session(), units(), search.unit));
  const load = createLoad(unit, readRequests);
  const withClosed = () => search.show === "all";
  const shown = <T extends AskedRow | DueRow>(rows: T[]) =>
    withClosed() ? rows : rows.filter(({ closedAt }) => closedAt === null);
  const owedFirst = (rows: DueRow[]) => {
    const isOwed = ({ standing, closedAt }: DueRow) =>
      closedAt === null && (standing === "missing" || standing === "returned");
    return [...rows.filter(isOwed), ...rows.filter((row) => !isOwed(row))];
  };
  const go = (changes: { unit?: string; show?: string }) =>
    navigate(pathTo("reportRequests", { unit: unit(), show: search.show, ...changes }), { scroll: false });
  return (
    <Show when={unit()} fallback={<p class="note">{w("declared.noUnit")}</p>}>
      <div class="head-row">
        <h1>{w("reportRequests.title")}</h1>
        <UnitChoice units={units()} unit={unit()} onChoose={(unit) => go({ unit })} />
        <Show when={load.data()?.mayAsk}>
          <Button class="main push" opensDialog label={w("requests.ask")} onClick={() => setAsking(true)} />
        </Show>
      </div>
      <div class="filters">
        <Check
          label={w("requests.withClosed")}
          checked={withClosed()}
          onChange={(checked) => go({ show: checked ? "all" : "" })}
        />
      </div>
      <Loaded of={load}>
        {(view) => (
          <>
            <Show when={view().due.length > 0 || !view().mayAsk}>
              <h2 class="request-list">{w("requests.due")}</h2>
              <Show
                when={shown(view().due).length > 0}
                fallback={<p class="note">{w("requests.dueNone")}</p>}
              >
                <DueTable rows={owedFirst(shown(view().due))} today={view().today} />
              </Show>
            </Show>
            <Show when={view().mayAsk || view().asked.length > 0}>
              <h2 class="request-list">{w("requests.asked")}</h2>
              <Show
                when={shown(view().asked).length > 0}
                fallback={<p class="note">{w("requests.askedNone")}</p>}
              >
                <AskedTable rows={shown(view().asked)} today={view().today} />
              </Show>
            </Show>
            <AskDialog
              open={asking()}
              unit={view().unit}
              today={view().today}
              onClose={() => setAsking(false)}
              onAsked={(id) => navigate(pathTo("reportRequests", {}, id))}
            />
          </>
        )}
      </Loaded>
    </Show>
  );
}
