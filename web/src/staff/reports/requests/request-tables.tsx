import { Show } from "solid-js";
import type { AskedRow, DueRow } from "../../../../../functions/api/report/request-views.ts";
import { writeDay } from "../../../dates.ts";
import { pathTo } from "../../parts/address.ts";
import { PlainTable } from "../../parts/table.tsx";
import { useWords } from "../../words/words.ts";
import { formatPeriod } from "../report-key.ts";
import { DaysLeft, StandingTag } from "./standing-tag.tsx";

export function DueTable(props: { rows: DueRow[]; today: string }) {
  const { w } = useWords();
  return (
    <PlainTable
      caption={w("requests.dueCaption", { count: props.rows.length })}
      rows={props.rows}
      columns={[
        {
          head: w("requests.title"),
          cell: ({ id, title }) => <a href={pathTo("reportRequests", {}, id)}>{title}</a>,
        },
        { head: w("requests.asker"), class: "line", cell: ({ asker }) => asker.name },
        { head: w("reports.period"), label: true, cell: (row) => formatPeriod(row, w) },
        { head: w("requests.dueOn"), class: "nowrap", label: true, cell: ({ dueOn }) => writeDay(dueOn) },
        {
          head: w("requests.standing"),
          class: "line",
          cell: (row) => (
            <>
              <StandingTag {...row} closed={row.closedAt !== null} today={props.today} />
              <ClosedTag closedAt={row.closedAt} />
            </>
          ),
        },
      ]}
    />
  );
}

export function AskedTable(props: { rows: AskedRow[]; today: string }) {
  const { w } = useWords();
  const submitted = ({ counts }: AskedRow) => counts.submitted + counts.late;
  const all = (row: AskedRow) => submitted(row) + row.counts.returned + row.counts.missing;
  return (
    <PlainTable
      caption={w("requests.askedCaption", { count: props.rows.length })}
      rows={props.rows}
      columns={[
        {
          head: w("requests.title"),
          cell: ({ id, title, closedAt }) => (
            <>
              <a href={pathTo("reportRequests", {}, id)}>{title}</a>
              <ClosedTag closedAt={closedAt} />
            </>
          ),
        },
        { head: w("reports.period"), label: true, cell: (row) => formatPeriod(row, w) },
        {
          head: w("requests.dueOn"),
          class: "line",
          cell: (row) => (
            <>
              <span class="nowrap">{writeDay(row.dueOn)}</span>{" "}
              <Show when={row.closedAt === null && submitted(row) < all(row)}>
                <DaysLeft dueOn={row.dueOn} today={props.today} />
              </Show>
            </>
          ),
        },
        {
          head: w("requests.standing.submitted"),
          label: true,
          cell: (row) => (
            <>
              {w("requests.inOf", { count: submitted(row), of: all(row) })}
              <Show when={row.counts.late > 0}>
                <span class="soft">, {w("requests.ofLate", { count: row.counts.late })}</span>
              </Show>
            </>
          ),
        },
        {
          head: w("requests.standing.returned"),
          class: "n",
          label: true,
          cell: ({ counts }) => counts.returned,
        },
      ]}
    />
  );
}

function ClosedTag(props: { closedAt: string | null }) {
  const { w } = useWords();
  return (
    <Show when={props.closedAt}>
      <span class="tag plain">{w("requests.closed")}</span>
    </Show>
  );
}
