import { For, Show } from "solid-js";
import type { RunStanding } from "#core/report/run.ts";
import type { RunUnitRow } from "../../../../../functions/api/report/run-views.ts";
import { writeInstant } from "../../../dates.ts";
import { pathTo } from "../../parts/address.ts";
import { useWords } from "../../words/words.ts";

const tones: Record<RunStanding, string> = {
  failed: "late",
  waiting: "wait",
  made: "done",
  settled: "plain",
};

export function RunUnits(props: { rows: RunUnitRow[]; year: number }) {
  const { w, m } = useWords();
  return (
    <div class="table-box">
      <table class="plain-table">
        <caption>{w("reportRuns.units", { count: props.rows.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{w("declared.unit")}</th>
            <th scope="col">{w("reportRuns.state")}</th>
            <th scope="col">{w("reportRuns.warnings")}</th>
            <th scope="col">{w("reportRuns.mail")}</th>
            <th scope="col">{w("reportRuns.when")}</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.rows}>
            {(row) => (
              <tr>
                <th scope="row">
                  <Show when={row.standing === "made" || row.standing === "settled"} fallback={row.unit.name}>
                    <a href={pathTo("reports", {}, `${row.unit.id}~${props.year}~${props.year}`)}>
                      {row.unit.name}
                    </a>
                  </Show>
                </th>
                <td class="line">
                  <span class={`tag ${tones[row.standing]}`}>{w(`reportRuns.standing.${row.standing}`)}</span>
                  <Show when={row.standing === "failed" && row.problem}>
                    {(problem) => <span class="run-why">{m(problem())}</span>}
                  </Show>
                </td>
                <td data-label={w("reportRuns.warnings")}>
                  {row.warnings === null
                    ? "–"
                    : row.warnings === 0
                      ? w("reportRuns.warningsNone")
                      : w("reportRuns.warningsCount", { count: row.warnings })}
                </td>
                <td class="line" data-label={w("reportRuns.mail")}>
                  <MailOf row={row} />
                </td>
                <td class="line" data-label={w("reportRuns.when")}>
                  {row.changedAt === null || row.standing === "waiting" ? "–" : writeInstant(row.changedAt)}
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
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
