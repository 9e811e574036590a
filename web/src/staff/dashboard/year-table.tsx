import { createUniqueId, For, Show } from "solid-js";
import { boundValue } from "#core/base/period.ts";
import type { Figure, Origin } from "#core/figures/figure.ts";
import { writeDay } from "../../dates.ts";
import { type Board, isSuspect } from "../parts/board.ts";
import { formatNumber, formatPercent } from "../parts/numbers.ts";
import { useWords } from "../words/words.ts";
import { periodRows, yearRows } from "./board-rows.ts";
import { CountLink, type ListAddress } from "./counted-lists.tsx";

export function YearsFigure(props: { board: Board; lists: ListAddress }) {
  const { w } = useWords();
  const listOf = (cell: Figure | null) =>
    cell?.origin === "records" && (cell.key === "registered" || cell.key === "recognised")
      ? props.lists({ count: cell.key }, Number(cell.from))
      : null;
  const caption = createUniqueId();
  const rows = () => yearRows(props.board);
  const range = () => ({ from: props.board.years[0] ?? "", to: props.board.years.at(-1) ?? "" });
  return (
    <Show when={rows().length > 0}>
      <figure class="whole" aria-labelledby={caption}>
        <figcaption id={caption}>
          {w("board.years", range())}
          <span>{w("board.yearsLead")}</span>
        </figcaption>
        <section class="wide-table" tabindex="0" aria-labelledby={caption}>
          <table class="figures">
            <caption class="visually-hidden">{w("board.years", range())}</caption>
            <thead>
              <tr>
                <th scope="col">{w("board.figure")}</th>
                <th scope="col" class="trend">
                  {w("board.trendColumn")}
                </th>
                <For each={props.board.years}>
                  {(year) => (
                    <th scope="col" class="n">
                      {year}
                    </th>
                  )}
                </For>
                <th scope="col">{w("board.measure")}</th>
                <th scope="col">{w("board.origin")}</th>
              </tr>
            </thead>
            <tbody>
              <For each={rows()}>
                {(row) => (
                  <tr>
                    <th scope="row">{row.label}</th>
                    <td class="trend">
                      <TrendBars values={row.cells.map((cell) => cell?.value ?? null)} />
                    </td>
                    <For each={row.cells}>
                      {(cell) => (
                        <td class="n">
                          <CountLink
                            value={cell?.value ?? null}
                            href={listOf(cell)}
                            what={`${row.label} ${cell?.from ?? ""}`}
                          >
                            <FigureValue figure={cell} />
                          </CountLink>
                        </td>
                      )}
                    </For>
                    <td class="soft">{row.measure}</td>
                    <td>
                      <Origins
                        origins={row.cells.flatMap((cell) => (cell ? [cell.origin] : []))}
                        suspect={row.cells.some((cell) => cell !== null && isSuspect(props.board, cell))}
                      />
                    </td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </section>
      </figure>
    </Show>
  );
}

export function WarningsFigure(props: { board: Board }) {
  const { w } = useWords();
  const caption = createUniqueId();
  return (
    <Show when={props.board.warnings.length > 0}>
      <figure class="whole warnings" aria-labelledby={caption}>
        <figcaption id={caption}>
          {w("board.warnings")}
          <span>{w("board.warningsLead")}</span>
        </figcaption>
        <ul lang="vi">
          <For each={props.board.warnings}>{(warning) => <li>{warning.message}</li>}</For>
        </ul>
      </figure>
    </Show>
  );
}

export function PeriodsFigure(props: { board: Board }) {
  const { w, language } = useWords();
  const caption = createUniqueId();
  const rows = () => periodRows(props.board);
  const hasCounted = () => rows().some(({ counted }) => counted !== null);
  return (
    <Show when={rows().length > 0}>
      <figure class="whole" aria-labelledby={caption}>
        <figcaption id={caption}>
          {w("board.periods")}
          <span>{w("board.periodsLead")}</span>
        </figcaption>
        <section class="wide-table" tabindex="0" aria-labelledby={caption}>
          <table class="figures">
            <caption class="visually-hidden">{w("board.periods")}</caption>
            <thead>
              <tr>
                <th scope="col">{w("board.figure")}</th>
                <th scope="col">{w("board.period")}</th>
                <th scope="col" class="n">
                  {w("board.value")}
                </th>
                <th scope="col">{w("board.measure")}</th>
                <Show when={hasCounted()}>
                  <th scope="col" class="n">
                    {w("board.countedColumn")}
                  </th>
                </Show>
                <th scope="col">{w("board.origin")}</th>
              </tr>
            </thead>
            <tbody>
              <For each={rows()}>
                {(figure) => (
                  <tr>
                    <th scope="row">{figure.label}</th>
                    <td class="nowrap">{formatPeriod(figure)}</td>
                    <td class="n">
                      <FigureValue figure={figure} bare />
                    </td>
                    <td class="soft">{figure.measure}</td>
                    <Show when={hasCounted()}>
                      <td class="n">
                        {figure.counted === null ? "–" : formatNumber(figure.counted, language())}
                      </td>
                    </Show>
                    <td>
                      <Origins origins={[figure.origin]} suspect={isSuspect(props.board, figure)} />
                    </td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </section>
      </figure>
    </Show>
  );
}

function formatPeriod({ from, to }: Figure): string {
  const say = (bound: string) => (typeof boundValue(bound) === "number" ? bound : writeDay(bound));
  return from === to ? say(from) : `${say(from)}–${say(to)}`;
}

/** A declared figure shows the counted number below it, if any. */
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

function Origins(props: { origins: Origin[]; suspect: boolean }) {
  const { w } = useWords();
  return (
    <>
      <For each={[...new Set(props.origins)]}>
        {(origin) => <span class="tag plain">{w(`board.origin.${origin}`)}</span>}
      </For>
      <Show when={props.suspect}>
        <span class="tag late">{w("board.suspect")}</span>
      </Show>
    </>
  );
}

/** Decoration, hidden from screen readers. */
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
