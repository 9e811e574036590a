import { Show } from "solid-js";
import { figureOf } from "#core/figures/figure.ts";
import type { Board, Pair } from "../parts/board.ts";
import { formatDifference, formatNumber, formatPercent } from "../parts/numbers.ts";
import { useWords } from "../words/words.ts";
import type { ListAddress } from "./counted-lists.tsx";
import { Tile } from "./tile.tsx";

export function BoardTiles(props: { board: Board; lists: ListAddress }) {
  const { w, language } = useWords();
  const before = () => props.board.year - 1;
  const number = (value: number) => formatNumber(value, language());
  const show = (value: number | null) => (value === null ? w("board.unknown") : number(value));
  const compare = ({ now, before: earlier }: Pair) => {
    if (earlier === null || now === null) return w("board.before", { year: before(), value: show(earlier) });
    if (now === earlier) return w("board.same", { year: before(), value: number(earlier) });
    return w("board.difference", {
      difference: formatDifference(now - earlier, language()),
      value: number(earlier),
      year: before(),
    });
  };
  const left = (earlier: number | null) =>
    earlier === null
      ? w("board.before", { year: before(), value: w("board.unknown") })
      : w("board.leftBefore", { year: before(), value: number(earlier) });
  /** Declared numbers have no list. */
  const listOf = (count: "registered" | "recognised") => {
    const { figures, year } = props.board;
    return figureOf(figures, count, year)?.origin === "records" ? props.lists({ count }, year) : null;
  };
  const rateText = () => {
    const { now, before: earlier } = props.board.rate;
    const outOf =
      now?.numerator !== undefined && now.denominator !== undefined
        ? w("board.outOf", { numerator: number(now.numerator), denominator: number(now.denominator) })
        : "";
    if (earlier?.value == null)
      return [outOf, w("board.before", { year: before(), value: w("board.unknown") })];
    const value = formatPercent(earlier.value, language());
    if (now?.value == null) return [outOf, w("board.before", { year: before(), value })];
    const difference = formatDifference((now.value - earlier.value) * 100, language());
    return [outOf, w("board.points", { difference, value, year: before() })];
  };
  return (
    <section class="tiles" aria-label={w("board.tiles", { year: props.board.year })}>
      <Tile
        name={w("board.registered")}
        value={show(props.board.registered.now)}
        known={props.board.registered.now !== null}
        href={props.board.registered.now ? listOf("registered") : null}
      >
        <small>{compare(props.board.registered)}</small>
      </Tile>
      <Tile
        name={w("board.open")}
        value={show(props.board.open.now)}
        known={props.board.open.now !== null}
        href={props.board.open.now ? props.lists({ count: "open" }, props.board.year) : null}
      >
        <Show when={props.board.open.now === null || props.board.open.now === 0}>
          <small>{w(props.board.open.now === null ? "board.openUnknown" : "board.openNone")}</small>
        </Show>
        <small>{left(props.board.open.before)}</small>
      </Tile>
      <Tile
        name={w("board.recognised")}
        value={show(props.board.recognised.now)}
        known={props.board.recognised.now !== null}
        href={props.board.recognised.now ? listOf("recognised") : null}
      >
        <Show when={props.board.recognisedElsewhere > 0}>
          <small>{w("board.recognisedElsewhere", { count: props.board.recognisedElsewhere })}</small>
        </Show>
        <small>{compare(props.board.recognised)}</small>
      </Tile>
      <Tile
        name={w("board.rate")}
        value={
          props.board.rate.now?.value == null
            ? w("board.notEvaluated")
            : formatPercent(props.board.rate.now.value, language())
        }
        known={props.board.rate.now?.value != null}
      >
        {rateText().map((line) => (
          <small>{line}</small>
        ))}
      </Tile>
      <Tile
        name={w("board.overdue")}
        value={show(props.board.overdue.now)}
        known={props.board.overdue.now !== null}
        warn={(props.board.overdue.now ?? 0) > 0}
        href={props.board.overdue.now ? props.lists({ count: "overdue" }, props.board.year) : null}
      >
        <Show when={props.board.overdue.now === 0}>
          <small>{w("board.overdueNone")}</small>
        </Show>
        <small>{left(props.board.overdue.before)}</small>
      </Tile>
    </section>
  );
}
