import { For, Show } from "solid-js";
import { type RecipientKind, recipientKinds } from "#core/commendation/forms.ts";
import type { CountedFigure } from "#core/figures/figure.ts";
import type { Board } from "../parts/board.ts";
import { formatDifference, formatNumber } from "../parts/numbers.ts";
import { useWords } from "../words/words.ts";
import { slicesOf } from "./board-rows.ts";
import type { DecisionAddress } from "./counted-lists.tsx";
import { Tile } from "./tile.tsx";

const alwaysShown: readonly RecipientKind[] = ["individual", "collective"];

function totalsOf(counted: CountedFigure[], year: number) {
  const read = (dimension: "total" | "recipient") =>
    new Map(slicesOf(counted, "commendations", dimension, year).map(({ name, value }) => [name, value]));
  const [totals, recipients] = [read("total"), read("recipient")];
  const of = (name: string) => totals.get(name) ?? 0;
  if (of("decisions") === 0) return null;
  return {
    decisions: of("decisions"),
    awards: of("awards"),
    money: of("money"),
    withoutMoney: of("withoutMoney"),
    recipients: (kind: RecipientKind) => recipients.get(kind) ?? 0,
  };
}

export function CommendationTiles(props: { board: Board; decisions: DecisionAddress | null }) {
  const { w, m, language } = useWords();
  const number = (value: number) => formatNumber(value, language(), 0);
  const before = () => props.board.year - 1;
  const earlier = () => totalsOf(props.board.counted, before());
  const compare = (now: number, then: number | undefined) => {
    const year = before();
    if (then === undefined) return "";
    if (now === then) return w("board.same", { year, value: number(then) });
    const difference = formatDifference(now - then, language(), 0);
    return w("board.difference", { difference, value: number(then), year });
  };
  const href = (value: number, recipient: RecipientKind | null = null) =>
    value > 0 ? (props.decisions?.(recipient) ?? null) : null;
  return (
    <Show when={totalsOf(props.board.counted, props.board.year)}>
      {(now) => (
        <section class="awards" aria-labelledby="awards-title">
          <h2 id="awards-title">
            {w("board.awards", { year: props.board.year })} <span>{w("board.awardsLead")}</span>
          </h2>
          <div class="tiles">
            <Tile
              known
              name={w("board.decisions")}
              value={number(now().decisions)}
              href={href(now().decisions)}
            >
              <small>{w("board.awardsOf", { count: now().awards })}</small>
              <small>{compare(now().decisions, earlier()?.decisions)}</small>
            </Tile>
            <For
              each={recipientKinds.filter((kind) => alwaysShown.includes(kind) || now().recipients(kind) > 0)}
            >
              {(kind) => (
                <Tile
                  known
                  name={m(`recipientKind.${kind}`)}
                  value={number(now().recipients(kind))}
                  href={href(now().recipients(kind), kind)}
                >
                  <small>{w("board.times")}</small>
                  <small>{compare(now().recipients(kind), earlier()?.recipients(kind))}</small>
                </Tile>
              )}
            </For>
            <Tile
              known
              name={w("board.awardMoney")}
              value={w("board.dong", { amount: number(now().money) })}
              href={href(now().decisions)}
            >
              <Show when={now().withoutMoney > 0}>
                <small>{w("board.withoutMoney", { count: now().withoutMoney })}</small>
              </Show>
              <small>{compare(now().money, earlier()?.money)}</small>
            </Tile>
          </div>
        </section>
      )}
    </Show>
  );
}
