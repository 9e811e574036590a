import { Show } from "solid-js";
import type { RunUnitStatus } from "#core/report/run.ts";
import type { RunUnitRow } from "../../../../../functions/api/report/run-views.ts";
import { writeInstant } from "../../../dates.ts";
import { pathTo } from "../../parts/address.ts";
import { PlainTable } from "../../parts/table.tsx";
import { useWords } from "../../words/words.ts";

const tones: Record<RunUnitStatus, string> = {
  failed: "late",
  waiting: "wait",
  made: "done",
  settled: "plain",
};

export function RunUnits(props: { rows: RunUnitRow[]; year: number }) {
  const { w, m } = useWords();
  return (
    <PlainTable
      caption={w("reportRuns.units", { count: props.rows.length })}
      rows={props.rows}
      columns={[
        {
          head: w("list.unit"),
          cell: ({ unit, standing }) => (
            <Show when={standing === "made" || standing === "settled"} fallback={unit.name}>
              <a href={pathTo("reports", {}, `${unit.id}~${props.year}~${props.year}`)}>{unit.name}</a>
            </Show>
          ),
        },
        {
          head: w("reportRuns.state"),
          class: "line",
          cell: ({ standing, problem }) => (
            <>
              <span class={`tag ${tones[standing]}`}>{w(`reportRuns.standing.${standing}`)}</span>
              <Show when={standing === "failed" && problem}>
                {(code) => <span class="run-why">{m(code())}</span>}
              </Show>
            </>
          ),
        },
        {
          head: w("reportRuns.warnings"),
          label: true,
          cell: ({ warnings: count }) => {
            if (count === null) return "–";
            return count === 0 ? w("reportRuns.warningsNone") : w("reportRuns.warningsCount", { count });
          },
        },
        { head: w("reportRuns.mail"), class: "line", label: true, cell: (row) => <MailOf row={row} /> },
        {
          head: w("reportRuns.when"),
          class: "line",
          label: true,
          cell: ({ changedAt, standing }) =>
            changedAt === null || standing === "waiting" ? "–" : writeInstant(changedAt),
        },
      ]}
    />
  );
}

function MailOf(props: { row: RunUnitRow }) {
  const { w } = useWords();
  const words = () => {
    const { sent, refused } = props.row.mail ?? { sent: 0, refused: 0 };
    return [
      sent > 0 && w("reportRuns.mail.sent", { count: sent }),
      refused > 0 && w("reportRuns.mail.refused", { count: refused }),
    ]
      .filter(Boolean)
      .join(", ");
  };
  return (
    <Show
      when={props.row.responsible > 0}
      fallback={<a href={pathTo("people", { unit: props.row.unit.id })}>{w("reportRuns.mail.nobody")}</a>}
    >
      {words() || <span class="soft">–</span>}
    </Show>
  );
}
