import { For, Show } from "solid-js";
import { figureOf } from "#core/figures/figure.ts";
import type { Board } from "../parts/board.ts";
import { formatNumber } from "../parts/numbers.ts";
import { useWords } from "../words/words.ts";
import { BoardFigure } from "./board-figure.tsx";
import { describeTrend } from "./board-rows.ts";

const base = 210;
const top = 15;

/** An unknown value is a dashed outline, never a bar of zero. */
export function YearChart(props: { board: Board }) {
  const { w, language } = useWords();
  const points = () =>
    props.board.years.map((year) => ({
      year,
      registered: figureOf(props.board.figures, "registered", year)?.value ?? null,
      recognised: figureOf(props.board.figures, "recognised", year)?.value ?? null,
    }));
  const ceiling = () =>
    niceCeiling(Math.max(0, ...points().flatMap((p) => [p.registered ?? 0, p.recognised ?? 0])));
  const heightOf = (value: number) => ((base - top) * value) / ceiling();
  const say = (value: number | null) =>
    value === null ? w("board.unknown") : formatNumber(value, language());
  const described = () =>
    points()
      .map(({ year, registered, recognised }) =>
        w("board.chartYear", { year, registered: say(registered), recognised: say(recognised) }),
      )
      .join(". ");
  const lead = () => {
    const { years, unfinished } = props.board;
    const text = w("board.chartLead", { from: years[0] ?? "", to: years.at(-1) ?? "" });
    return unfinished.length > 0
      ? `${text}; ${w("board.chartOpen", { years: unfinished.join(", ") })}`
      : text;
  };
  return (
    <BoardFigure title={w(describeTrend(props.board) ?? "board.chart")} lead={lead()}>
      {() => (
        <>
          <svg class="year-chart" viewBox="0 0 560 250" role="img" aria-label={described()}>
            <g class="lines">
              <For each={[0, 1, 2, 3]}>{(i) => <path d={`M44 ${base - (i * (base - top)) / 3}H550`} />}</For>
            </g>
            <g class="scale">
              <For each={[0, 1, 2, 3]}>
                {(i) => (
                  <text x="36" y={base - (i * (base - top)) / 3 + 4} text-anchor="end">
                    {formatNumber((ceiling() * i) / 3, language())}
                  </text>
                )}
              </For>
            </g>
            <For each={points()}>
              {(point, i) => (
                <g>
                  <Bar
                    x={84 + i() * 170}
                    value={point.registered}
                    height={heightOf(point.registered ?? 0)}
                    tone="quiet"
                    mute={point.recognised === null}
                  />
                  <Bar
                    x={140 + i() * 170}
                    value={point.recognised}
                    height={heightOf(point.recognised ?? 0)}
                    tone="strong"
                    mute={point.registered === null}
                  />
                  <Show when={point.registered === null && point.recognised === null}>
                    <text class="scale" x={138 + i() * 170} y={base - 28} text-anchor="middle">
                      {w("board.chartNothing")}
                    </text>
                  </Show>
                  <text class="scale" x={138 + i() * 170} y="236" text-anchor="middle">
                    {point.year}
                  </text>
                </g>
              )}
            </For>
          </svg>
          <p class="legend" aria-hidden="true">
            <span class="quiet">{w("board.legendRegistered")}</span>
            <span class="strong">{w("board.legendRecognised")}</span>
          </p>
        </>
      )}
    </BoardFigure>
  );
}

/** `mute`: hide the label; the neighbouring bar already says "unknown". */
function Bar(props: {
  x: number;
  value: number | null;
  height: number;
  tone: "quiet" | "strong";
  mute: boolean;
}) {
  const { w, language } = useWords();
  return (
    <Show
      when={props.value !== null}
      fallback={
        <>
          <rect class="unknown" x={props.x} y={base - 20} width="52" height="20" />
          <Show when={!props.mute}>
            <text class="scale" x={props.x + 26} y={base - 28} text-anchor="middle">
              {w("board.unknown")}
            </text>
          </Show>
        </>
      }
    >
      <rect class={props.tone} x={props.x} y={base - props.height} width="52" height={props.height} />
      <text class="value" x={props.x + 26} y={base - props.height - 6} text-anchor="middle">
        {formatNumber(props.value ?? 0, language())}
      </text>
    </Show>
  );
}

/** Smallest round number that splits into three equal steps and is not below `value`. */
export function niceCeiling(value: number): number {
  if (value <= 3) return 3;
  const size = 10 ** Math.floor(Math.log10(value / 3));
  const step = [1, 2, 2.5, 4, 5, 10]
    .map((factor) => factor * size)
    .find((step) => step * 3 >= value && Number.isInteger(step));
  return (step ?? Math.ceil(value / 3)) * 3;
}
