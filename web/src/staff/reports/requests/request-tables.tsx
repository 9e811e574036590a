import { For, Show } from "solid-js";
import type { AskedRow, DueRow } from "../../../../../functions/api/report/request-views.ts";
import { writeDay } from "../../../dates.ts";
import { pathTo } from "../../parts/address.ts";
import { useWords } from "../../words/words.ts";
import { sayPeriod } from "../place.ts";
import { DaysLeft, StandingTag } from "./standing-tag.tsx";

export function DueTable(props: { rows: DueRow[]; today: string }) {
  const { w } = useWords();
  return (
    <div class="table-box">
      <table class="plain-table">
        <caption>{w("requests.dueCaption", { count: props.rows.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{w("requests.title")}</th>
            <th scope="col">{w("requests.asker")}</th>
            <th scope="col">{w("reports.period")}</th>
            <th scope="col">{w("requests.dueOn")}</th>
            <th scope="col">{w("requests.standing")}</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.rows}>
            {(row) => (
              <tr>
                <th scope="row">
                  <a href={pathTo("reportRequests", {}, row.id)}>{row.title}</a>
                </th>
                <td class="line">{row.asker.name}</td>
                <td data-label={w("reports.period")}>{sayPeriod(row, w)}</td>
                <td class="nowrap" data-label={w("requests.dueOn")}>
                  {writeDay(row.dueOn)}
                </td>
                <td class="line">
                  <StandingTag {...row} closed={row.closedAt !== null} today={props.today} />
                  <ClosedTag closedAt={row.closedAt} />
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  );
}

export function AskedTable(props: { rows: AskedRow[]; today: string }) {
  const { w } = useWords();
  const all = ({ counts }: AskedRow) => counts.submitted + counts.late + counts.returned + counts.missing;
  return (
    <div class="table-box">
      <table class="plain-table">
        <caption>{w("requests.askedCaption", { count: props.rows.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{w("requests.title")}</th>
            <th scope="col">{w("reports.period")}</th>
            <th scope="col">{w("requests.dueOn")}</th>
            <th scope="col">{w("requests.in")}</th>
            <th scope="col" class="n">
              {w("requests.standing.returned")}
            </th>
          </tr>
        </thead>
        <tbody>
          <For each={props.rows}>
            {(row) => (
              <tr>
                <th scope="row">
                  <a href={pathTo("reportRequests", {}, row.id)}>{row.title}</a>
                  <ClosedTag closedAt={row.closedAt} />
                </th>
                <td data-label={w("reports.period")}>{sayPeriod(row, w)}</td>
                <td class="line">
                  <span class="nowrap">{writeDay(row.dueOn)}</span>{" "}
                  <Show when={row.closedAt === null && row.counts.submitted + row.counts.late < all(row)}>
                    <DaysLeft dueOn={row.dueOn} today={props.today} />
                  </Show>
                </td>
                <td data-label={w("requests.in")}>
                  {w("requests.inOf", { count: row.counts.submitted + row.counts.late, of: all(row) })}
                  <Show when={row.counts.late > 0}>
                    <span class="soft">, {w("requests.ofLate", { count: row.counts.late })}</span>
                  </Show>
                </td>
                <td class="n" data-label={w("requests.standing.returned")}>
                  {row.counts.returned}
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
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
