import { For, Show } from "solid-js";
import { boundValue } from "#core/base/period.ts";
import { awardLevels } from "#core/commendation/forms.ts";
import { countsDossiers } from "#core/figures/catalogue.ts";
import type { Figure, Origin } from "#core/figures/figure.ts";
import { writeDay } from "../../dates.ts";
import { type Board, isSuspect } from "../parts/board.ts";
import { formatNumber, formatPercent } from "../parts/numbers.ts";
import { type Column, WideTable } from "../parts/table.tsx";
import { useWords } from "../words/words.ts";
import { BoardFigure } from "./board-figure.tsx";
import { periodRows, type YearRow, yearRows } from "./board-rows.ts";
import { CountLink, type ListAddress } from "./counted-lists.tsx";

export function YearsFigure(props: { board: Board; lists: ListAddress }) {
  const { w } = useWords();
  const listOf = (cell: Figure | null) =>
    cell?.origin === "records" && (cell.key === "registered" || cell.key === "recognised")
      ? props.lists({ count: cell.key }, Number(cell.from))
      : null;
  const rows = () => yearRows(props.board);
  const range = () => ({ from: props.board.years[0] ?? "", to: props.board.years.at(-1) ?? "" });
  return (
    <Show when={rows().length > 0}>
      <BoardFigure class="whole" title={w("board.years", range())} lead={w("board.yearsLead")}>
        {(caption) => (
          <WideTable
            class="figures"
            caption={w("board.years", range())}
            hideCaption
            labelledBy={caption}
            rows={rows()}
            columns={[
              { head: w("board.figure"), cell: (row) => <FigureName figure={row} /> },
              {
                head: w("board.trendColumn"),
                headClass: "trend",
                class: "trend",
                cell: ({ cells }) => <TrendBars values={cells.map((cell) => cell?.value ?? null)} />,
              },
              ...props.board.years.map((year, i) => ({
                head: String(year),
                class: "n",
                cell: ({ label, cells }: YearRow) => {
                  const cell = cells[i] ?? null;
                  return (
                    <CountLink
                      value={cell?.value ?? null}
                      href={listOf(cell)}
                      what={`${label} ${cell?.from ?? ""}`}
                    >
                      <FigureValue figure={cell} />
                    </CountLink>
                  );
                },
              })),
              { head: w("board.measure"), class: "soft", cell: ({ measure }) => measure },
              {
                head: w("board.origin"),
                cell: ({ cells }) => (
                  <Origins
                    figures={cells.filter((cell) => cell !== null)}
                    suspect={cells.some((cell) => cell !== null && isSuspect(props.board, cell))}
                  />
                ),
              },
            ]}
          />
        )}
      </BoardFigure>
    </Show>
  );
}

/** Forms of commendation are awarded at several levels. */
function FigureName(props: { figure: { key: string; label: string } }) {
  const { m } = useWords();
  const level = () => {
    const [kind, of] = props.figure.key.split(".");
    return kind === "commendation" ? awardLevels.find((each) => each === of) : undefined;
  };
  return (
    <>
      {props.figure.label}
      <Show when={level()}>{(of) => <span class="soft"> ({m(`level.${of()}`)})</span>}</Show>
    </>
  );
}

export function WarningsFigure(props: { board: Board }) {
  const { w } = useWords();
  return (
    <Show when={props.board.warnings.length > 0}>
      <BoardFigure class="whole warnings" title={w("board.warnings")} lead={w("board.warningsLead")}>
        {() => (
          <ul lang="vi">
            <For each={props.board.warnings}>{(warning) => <li>{warning.message}</li>}</For>
          </ul>
        )}
      </BoardFigure>
    </Show>
  );
}

export function PeriodsFigure(props: { board: Board }) {
  const { w, language } = useWords();
  const rows = () => periodRows(props.board);
  const countedColumn: Column<Figure> = {
    head: w("board.countedColumn"),
    class: "n",
    cell: ({ counted }) => (counted === null ? "–" : formatNumber(counted, language())),
  };
  return (
    <Show when={rows().length > 0}>
      <BoardFigure class="whole" title={w("board.periods")} lead={w("board.periodsLead")}>
        {(caption) => (
          <WideTable
            class="figures"
            caption={w("board.periods")}
            hideCaption
            labelledBy={caption}
            rows={rows()}
            columns={[
              { head: w("board.figure"), cell: (figure) => <FigureName figure={figure} /> },
              { head: w("board.period"), class: "nowrap", cell: formatPeriod },
              {
                head: w("board.value"),
                class: "n",
                cell: (figure) => <FigureValue figure={figure} bare />,
              },
              { head: w("board.measure"), class: "soft", cell: ({ measure }) => measure },
              ...(rows().some(({ counted }) => counted !== null) ? [countedColumn] : []),
              {
                head: w("board.origin"),
                cell: (figure) => <Origins figures={[figure]} suspect={isSuspect(props.board, figure)} />,
              },
            ]}
          />
        )}
      </BoardFigure>
    </Show>
  );
}

function formatPeriod({ from, to }: Figure): string {
  const say = (bound: string) => (typeof boundValue(bound) === "number" ? bound : writeDay(bound));
  return from === to ? say(from) : `${say(from)}–${say(to)}`;
}

function FigureValue(props: { figure: Figure | null; bare?: boolean }) {
  const { w, m, language } = useWords();
  const value = () => {
    const figure = props.figure;
    if (!figure) return "–";
    if (figure.value === null) return w("board.unknown");
    const text =
      figure.key === "recognitionRate"
        ? formatPercent(figure.value, language())
        : formatNumber(figure.value, language());
    return figure.qualifier ? `${m(`qualifier.${figure.qualifier}`)} ${text}` : text;
  };
  const counted = () => {
    const figure = props.figure;
    if (props.bare || !figure || figure.counted === null || figure.origin === "records") return null;
    return w("board.counted", { value: formatNumber(figure.counted, language()) });
  };
  return (
    <>
      <span classList={{ soft: props.figure?.value == null }}>{value()}</span>
      <Show when={counted()}>{(text) => <small class="beside">{text()}</small>}</Show>
    </>
  );
}

const originOf = ({ key, origin }: Figure): Origin | "entered" =>
  origin === "records" && !countsDossiers(key) ? "entered" : origin;

function Origins(props: { figures: readonly Figure[]; suspect: boolean }) {
  const { w } = useWords();
  return (
    <>
      <For each={[...new Set(props.figures.map(originOf))]}>
        {(origin) => <span class="tag plain">{w(`board.origin.${origin}`)}</span>}
      </For>
      <Show when={props.suspect}>
        <span class="tag late">{w("board.suspect")}</span>
      </Show>
    </>
  );
}

function TrendBars(props: { values: (number | null)[] }) {
  const most = () => Math.max(1, ...props.values.map((value) => value ?? 0));
  return (
    <svg class="trend-bars" viewBox={`0 0 ${props.values.length * 16} 28`} aria-hidden="true">
      <For each={props.values}>
        {(value, i) => {
          const height = () => (value === null ? 6 : Math.max(2, (26 * value) / most()));
          return (
            <rect
              class={value === null ? "unknown" : i() === props.values.length - 1 ? "strong" : "quiet"}
              x={i() * 16 + 1}
              y={27 - height()}
              width="12"
              height={height()}
            />
          );
        }}
      </For>
    </svg>
  );
}
