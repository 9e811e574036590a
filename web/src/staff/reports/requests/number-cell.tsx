import { Show } from "solid-js";
import type { Sum } from "#core/report/key-figures.ts";
import type { StatedFigure } from "#core/report/model.ts";
import { formatNumber, formatPercent } from "../../parts/numbers.ts";
import { useWords } from "../../words/words.ts";
import { formatPeriod } from "../report-key.ts";

/** Shows the figure's period if it differs from `from` and `to`. */
export function FigureCell(props: {
  figure: StatedFigure | null;
  share?: boolean;
  from: string;
  to: string;
}) {
  const { w, m, language } = useWords();
  const isOther = (figure: StatedFigure) => figure.from !== props.from || figure.to !== props.to;
  return (
    <Show when={props.figure?.value == null ? null : props.figure} fallback={<Unknown />}>
      {(figure) => (
        <>
          <Show when={figure().qualifier}>
            {(word) => <span class="soft">{m(`qualifier.${word()}`)} </span>}
          </Show>
          {(props.share ? formatPercent : formatNumber)(figure().value ?? 0, language())}
          <Show when={isOther(figure())}>
            <span class="under">{formatPeriod(figure(), w)}</span>
          </Show>
        </>
      )}
    </Show>
  );
}

export function SumCell(props: { sum: Sum | null; share?: boolean }) {
  const { w, m, language } = useWords();
  return (
    <Show when={props.sum} fallback={<Unknown />}>
      {(sum) => (
        <>
          <Show when={!sum().exact}>
            <span class="soft">{m("qualifier.about")} </span>
          </Show>
          <b>{(props.share ? formatPercent : formatNumber)(sum().value, language())}</b>
          <span class="under">{w("requests.sumOf", { count: sum().units })}</span>
        </>
      )}
    </Show>
  );
}

function Unknown() {
  const { w } = useWords();
  return (
    <span class="soft">
      <span aria-hidden="true">–</span>
      <span class="visually-hidden">{w("board.unknown")}</span>
    </span>
  );
}
