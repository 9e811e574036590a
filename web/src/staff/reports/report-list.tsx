import { createSignal, Show } from "solid-js";
import { reportId } from "#core/report/record.ts";
import { capitalise } from "#core/report/wording.ts";
import { Button } from "../../button.tsx";
import { writeDay, writeInstant } from "../../dates.ts";
import { usePageTitle } from "../../page-title.ts";
import { useNavigate, useSearchParams } from "../../router.ts";
import { today } from "../../server-time.ts";
import { pathTo } from "../parts/address.ts";
import { UnitChoice } from "../parts/filters.tsx";
import { listedUnit } from "../parts/grants.ts";
import { createLoad, LoadNote } from "../parts/loading.tsx";
import { Status } from "../parts/messages.tsx";
import { useSession } from "../parts/session.tsx";
import { PlainTable } from "../parts/table.tsx";
import { useWords } from "../words/words.ts";
import { readReports } from "./api.ts";
import { MakeDialog } from "./make-dialog.tsx";
import { formatPeriod } from "./report-key.ts";
import { StateTag } from "./state-tag.tsx";

export function ReportList() {
  const { w } = useWords();
  const { session } = useSession();
  const navigate = useNavigate();
  const [search] = useSearchParams<{ unit: string }>();
  const [making, setMaking] = createSignal(false);
  const [status, setStatus] = createSignal("");
  const units = () =>
    session().units.map(({ id, name, validTo }) => ({
      id,
      name: validTo ? w("board.ended", { unit: name, day: writeDay(validTo) }) : name,
    }));
  const unit = () => listedUnit(session(), units(), search.unit);
  const load = createLoad(unit, readReports);
  const reports = () =>
    (load.data()?.reports ?? []).toSorted((a, b) => (`${a.to}${a.from}` < `${b.to}${b.from}` ? 1 : -1));
  const go = (chosen: string) => navigate(pathTo("reports", { unit: chosen }), { scroll: false });
  usePageTitle(() => w("reports.title"));
  return (
    <Show when={unit()} fallback={<p class="note">{w("declared.noUnit")}</p>}>
      <div class="head-row">
        <h1>{w("reports.title")}</h1>
        <UnitChoice units={units()} unit={unit()} onChoose={go} />
        <Show when={load.data()?.may.includes("edit")}>
          <Button class="main push" opensDialog label={w("reports.make")} onClick={() => setMaking(true)} />
        </Show>
      </div>
      <p class="soft lead">{w("reports.lead")}</p>
      <LoadNote of={load} />
      <Show when={load.data()}>
        <Show when={reports().length > 0} fallback={<p class="note">{w("reports.none")}</p>}>
          <PlainTable
            class="report-list"
            caption={w("reports.caption", { count: reports().length })}
            rows={reports()}
            columns={[
              {
                head: w("reports.period"),
                cell: (report) => (
                  <a href={pathTo("reports", {}, reportId(report))}>{capitalise(formatPeriod(report, w))}</a>
                ),
              },
              { head: w("list.state"), cell: ({ state }) => <StateTag state={state} /> },
              { head: w("reports.editionColumn"), class: "n", label: true, cell: ({ edition }) => edition },
              {
                head: w("document.symbol"),
                label: true,
                cell: ({ issue }) => issue?.number ?? <span class="soft">{w("reports.numberNone")}</span>,
              },
              {
                head: w("reports.warningsColumn"),
                label: true,
                cell: ({ warningsLeft: count }) =>
                  count > 0 ? w("reports.warningsLeft", { count }) : w("reports.warningsNone"),
              },
              {
                head: w("reports.changed"),
                label: true,
                cell: ({ madeAt }) => (madeAt === null ? "–" : writeInstant(madeAt)),
              },
            ]}
          />
        </Show>
      </Show>
      <Status class="visually-hidden" text={status()} />
      <MakeDialog
        open={making()}
        units={units()}
        unit={unit() ?? ""}
        thisYear={Number(today().slice(0, 4))}
        existing={new Map(reports().map((report) => [reportId(report), report.state === "draft"]))}
        onUnit={go}
        onClose={() => setMaking(false)}
        onDone={(id) => {
          setStatus(w("reports.made"));
          if (making()) navigate(pathTo("reports", {}, id));
          else void load.reload();
        }}
      />
    </Show>
  );
}
