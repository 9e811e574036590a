import { For, Show } from "solid-js";
import { dayOf } from "#core/base/calendar.ts";
import type { BoardRow, ReportRequestView } from "../../../../../functions/api/report/request-views.ts";
import { writeDay } from "../../../dates.ts";
import { useWords } from "../../words/words.ts";
import type { BoardColumn } from "./board-rows.ts";
import { FigureCell, SumCell } from "./number-cell.tsx";
import { Reminding } from "./reminding.tsx";
import { StandingTag } from "./standing-tag.tsx";

export function BoardTable(props: {
  view: ReportRequestView;
  rows: BoardRow[];
  sort: BoardColumn;
  busy: boolean;
  onSort: (column: BoardColumn) => void;
  onOpen: (unit: string) => void;
  onRemind: (units: string[]) => void;
}) {
  const { w } = useWords();
  const isClosed = () => props.view.closedAt !== null;
  const isWhole = () => props.rows.length === props.view.rows.length;
  return (
    <div class="table-box">
      <table class="plain-table request-board">
        <caption>
          {w("requests.boardCaption", { count: props.rows.length, of: props.view.rows.length })}
        </caption>
        <thead>
          <tr>
            <SortHead column="unit" label={w("declared.unit")} sort={props.sort} onSort={props.onSort} />
            <SortHead
              column="standing"
              label={w("requests.standing")}
              sort={props.sort}
              onSort={props.onSort}
            />
            <SortHead
              column="submitted"
              label={w("requests.submittedOn")}
              sort={props.sort}
              onSort={props.onSort}
            />
            <SortHead
              column="registered"
              label={w("requests.registered")}
              sort={props.sort}
              onSort={props.onSort}
              n
            />
            <SortHead
              column="recognised"
              label={w("requests.recognised")}
              sort={props.sort}
              onSort={props.onSort}
              n
            />
            <SortHead column="rate" label={w("requests.rate")} sort={props.sort} onSort={props.onSort} n />
            <Show when={props.view.may.remind}>
              <th scope="col" class="doings">
                {w("requests.reminding")}
              </th>
            </Show>
          </tr>
        </thead>
        <tbody>
          <For each={props.rows}>
            {(row) => (
              <tr>
                <th scope="row">
                  <button
                    type="button"
                    class="as-link"
                    aria-haspopup="dialog"
                    onClick={() => props.onOpen(row.unit.id)}
                  >
                    {row.unit.name}
                  </button>
                </th>
                <td class="line standing">
                  <StandingTag
                    standing={row.standing}
                    dueOn={props.view.dueOn}
                    closed={isClosed()}
                    today={props.view.today}
                  />
                  <Show when={row.standing === "returned" && row.latest?.reason}>
                    {(reason) => <span class="under">{reason()}</span>}
                  </Show>
                </td>
                <td data-label={w("requests.submittedOn")}>
                  <Show when={row.latest} fallback={<span class="soft">–</span>}>
                    {(latest) => (
                      <>
                        <span class="nowrap">{writeDay(dayOf(latest().at))}</span>
                        <span class="under by">
                          {w("requests.editionBy", { number: latest().edition, name: latest().by })}
                        </span>
                      </>
                    )}
                  </Show>
                </td>
                <td class="n" data-label={w("requests.registered")}>
                  <FigureCell figure={row.registered} from={props.view.from} to={props.view.to} />
                </td>
                <td class="n" data-label={w("requests.recognised")}>
                  <FigureCell figure={row.recognised} from={props.view.from} to={props.view.to} />
                </td>
                <td class="n" data-label={w("requests.rate")}>
                  <FigureCell figure={row.rate} share from={props.view.from} to={props.view.to} />
                </td>
                <Show when={props.view.may.remind}>
                  <td class="doings">
                    <Reminding row={row} closed={isClosed()} busy={props.busy} onRemind={props.onRemind} />
                  </td>
                </Show>
              </tr>
            )}
          </For>
        </tbody>
        <Show when={isWhole() && props.view.sums}>
          {(sums) => (
            <tfoot>
              <tr>
                <th scope="row" colspan="3">
                  {w("requests.sum")}
                </th>
                <td class="n" data-label={w("requests.registered")}>
                  <SumCell sum={sums().registered} />
                </td>
                <td class="n" data-label={w("requests.recognised")}>
                  <SumCell sum={sums().recognised} />
                </td>
                <td class="n" data-label={w("requests.rate")}>
                  <SumCell sum={sums().rate} share />
                </td>
                <Show when={props.view.may.remind}>
                  <td class="doings" />
                </Show>
              </tr>
            </tfoot>
          )}
        </Show>
      </table>
    </div>
  );
}

function SortHead(props: {
  column: BoardColumn;
  label: string;
  sort: BoardColumn;
  n?: boolean;
  onSort: (column: BoardColumn) => void;
}) {
  const direction = () =>
    props.sort !== props.column
      ? undefined
      : props.column === "unit" || props.column === "standing"
        ? ("ascending" as const)
        : ("descending" as const);
  return (
    <th scope="col" classList={{ n: props.n ?? false }} aria-sort={direction()}>
      <button type="button" class="sort" onClick={() => props.onSort(props.column)}>
        {props.label}
        <span aria-hidden="true" class="arrow" />
      </button>
    </th>
  );
}
