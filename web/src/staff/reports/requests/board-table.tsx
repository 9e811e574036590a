import { For, Show } from "solid-js";
import { dayOf } from "#core/base/calendar.ts";
import type { BoardRow, ReportRequestView } from "../../../../../functions/api/report/request-views.ts";
import { writeDay } from "../../../dates.ts";
import { useWords } from "../../words/words.ts";
import type { BoardColumn } from "./board-rows.ts";
import { FigureCell, SumCell } from "./number-cell.tsx";
import { Reminding } from "./reminding.tsx";
import { StandingTag } from "./standing-tag.tsx";

/** Column, label, true for numbers. */
const boardHeads = [
  ["unit", "list.unit", false],
  ["standing", "requests.standing", false],
  ["submitted", "requests.submittedOn", false],
  ["registered", "requests.registered", true],
  ["recognised", "requests.recognised", true],
  ["rate", "requests.rate", true],
] as const;
const boardFigures = ["registered", "recognised", "rate"] as const;

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
            <For each={boardHeads}>
              {([column, label, isNumber]) => (
                <SortHead
                  column={column}
                  label={w(label)}
                  n={isNumber}
                  sort={props.sort}
                  onSort={props.onSort}
                />
              )}
            </For>
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
                <For each={boardFigures}>
                  {(name) => (
                    <td class="n" data-label={w(`requests.${name}`)}>
                      <FigureCell
                        figure={row[name]}
                        share={name === "rate"}
                        from={props.view.from}
                        to={props.view.to}
                      />
                    </td>
                  )}
                </For>
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
                <For each={boardFigures}>
                  {(name) => (
                    <td class="n" data-label={w(`requests.${name}`)}>
                      <SumCell sum={sums()[name]} share={name === "rate"} />
                    </td>
                  )}
                </For>
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
  n: boolean;
  onSort: (column: BoardColumn) => void;
}) {
  const direction = () =>
    props.sort !== props.column
      ? undefined
      : props.column === "unit" || props.column === "standing"
        ? ("ascending" as const)
        : ("descending" as const);
  return (
    <th scope="col" classList={{ n: props.n }} aria-sort={direction()}>
      <button type="button" class="sort" onClick={() => props.onSort(props.column)}>
        {props.label}
        <span aria-hidden="true" class="arrow" />
      </button>
    </th>
  );
}
