import { createMemo, Show } from "solid-js";
import type { FiguresView } from "../../../../functions/api/figures/views.ts";
import type { SessionView } from "../../../../functions/api/staff/views.ts";
import { Button } from "../../button.tsx";
import { writeDay } from "../../dates.ts";
import { usePageTitle } from "../../page-title.ts";
import { useNavigate, useSearchParams } from "../../router.ts";
import { today } from "../../server-time.ts";
import { ExportMenu } from "../jobs/exports/export-menu.tsx";
import { pathTo } from "../parts/address.ts";
import { readFigures } from "../parts/api.ts";
import { boardYears, buildBoard } from "../parts/board.ts";
import { Choice, readYear, UnitChoice, yearOptions } from "../parts/filters.tsx";
import { createLoad, LoadNote } from "../parts/loading.tsx";
import { useSession } from "../parts/session.tsx";
import { useWords } from "../words/words.ts";
import { funnelOf, latestKnownYear, withinSentence } from "./board-rows.ts";
import { BreakdownFigure, FunnelFigure, MonthsFigure } from "./breakdowns.tsx";
import { CommendationTiles } from "./commendation-tiles.tsx";
import { decisionsOf, listsOf } from "./counted-lists.tsx";
import { BoardTiles } from "./tiles.tsx";
import { YearChart } from "./year-chart.tsx";
import { PeriodsFigure, WarningsFigure, YearsFigure } from "./year-table.tsx";

/** Number of years searched for figures if the URL has no year. */
const lookBack = 12;

export function Dashboard() {
  const { w } = useWords();
  const { session, call } = useSession();
  const navigate = useNavigate();
  const [search] = useSearchParams<{ unit: string; year: string }>();
  const thisYear = Number(today().slice(0, 4));
  const unit = createMemo(() => chooseUnit(session(), search.unit));
  const year = () => (search.year === undefined ? null : readYear(search.year, thisYear));
  const figures = createLoad<FiguresView>(
    () => (unit() === null ? null : `${unit()}/${year() ?? ""}`),
    (key) => {
      const [of = "", typed = ""] = key.split("/");
      const to = typed === "" ? thisYear : Number(typed);
      return call(() => readFigures(of, typed === "" ? to - lookBack : to - boardYears + 1, to));
    },
  );
  const view = () => {
    const found = figures.data();
    if (!found || year() !== null) return found;
    return { ...found, to: latestKnownYear(found) ?? found.to };
  };
  const unitName = (id: string | null) => {
    const found = session().units.find((candidate) => candidate.id === id);
    if (!found) return "";
    return found.validTo ? w("board.ended", { unit: found.name, day: writeDay(found.validTo) }) : found.name;
  };
  usePageTitle(() => {
    const found = view();
    return found
      ? w("board.title", { year: found.to, unit: withinSentence(found.unit.name) })
      : w("nav.dashboard");
  });
  const go = (query: { unit?: string; year?: string }) =>
    navigate(pathTo("dashboard", { unit: unit(), year: search.year, ...query }), { scroll: false });

  return (
    <Show when={unit()} fallback={<p class="note">{w("board.none")}</p>}>
      <div class="board" aria-busy={figures.busy()}>
        <header class="board-head">
          <div>
            <h1>
              <Show when={view()} fallback={w("nav.dashboard")}>
                {(found) =>
                  w("board.title", {
                    year: found().to,
                    unit: withinSentence(unitName(found().unit.id) || found().unit.name),
                  })
                }
              </Show>
            </h1>
            <p class="soft">
              <Show when={view()?.campaigns.some(({ demo }) => demo)}>
                <span class="tag wait">{w("demo.banner")}</span>{" "}
              </Show>
              <Show when={view()}>
                {(found) => w("board.lead", { day: writeDay(found().today), before: found().to - 1 })}
              </Show>
            </p>
          </div>
          <div class="pick">
            <UnitChoice
              units={session().units.map(({ id }) => ({ id, name: unitName(id) }))}
              unit={unit()}
              onChoose={(chosen) => navigate(pathTo("dashboard", { unit: chosen }), { scroll: false })}
            />
            <Choice
              label={w("list.year")}
              options={yearOptions(thisYear - lookBack, thisYear, view()?.to ?? year() ?? thisYear)}
              value={String(view()?.to ?? year() ?? thisYear)}
              onChoose={(chosen) => go({ year: chosen })}
            />
            <a class="button" href={pathTo("reports", { unit: unit() })}>
              {w("reports.title")}
            </a>
            <ExportMenu list="figures" unit={unit() ?? ""} year={view()?.to ?? year() ?? thisYear} />
            <Button label={w("board.print")} onClick={() => window.print()} />
          </div>
        </header>
        <LoadNote of={figures} />
        <Show when={figures.busy() && !view()}>
          <p class="soft busy">{w("load.busy")}</p>
        </Show>
        <Show when={view()?.unit.validTo ? view() : null}>
          {(found) => (
            <p>
              <a href={pathTo("units", {}, found().unit.id)}>{w("series.link")}</a>
            </p>
          )}
        </Show>
        <Show when={view()}>{(found) => <BoardBody view={found()} />}</Show>
      </div>
    </Show>
  );
}

function chooseUnit(session: SessionView, asked: string | undefined): string | null {
  const readable = session.units.map(({ id }) => id);
  if (asked !== undefined && readable.includes(asked)) return asked;
  const own = session.grants.map(({ unit }) => unit).find((id) => readable.includes(id));
  return own ?? readable[0] ?? null;
}

function BoardBody(props: { view: FiguresView }) {
  const { w } = useWords();
  const { session } = useSession();
  const board = createMemo(() => buildBoard(props.view));
  const isEmpty = () => board().figures.length === 0 && board().counted.length === 0;
  /** Balances the heights of the two columns. */
  const isFunnelLong = () => funnelOf(board().counted, board().year).length > 4;
  const lists = createMemo(() => listsOf(props.view, session()));
  return (
    <>
      <BoardTiles board={board()} lists={lists()} />
      <CommendationTiles board={board()} decisions={decisionsOf(props.view, board().year, session())} />
      <Show when={isEmpty()}>
        <p class="note">{w("board.empty", { year: board().year })}</p>
      </Show>
      <Show when={!isEmpty()}>
        <div class="grid">
          <div class="stack">
            <YearChart board={board()} />
            <Show when={isFunnelLong()}>
              <BreakdownFigure board={board()} lists={lists()} dimension="system" />
            </Show>
          </div>
          <div class="stack">
            <FunnelFigure board={board()} lists={lists()} />
            <Show when={!isFunnelLong()}>
              <BreakdownFigure board={board()} lists={lists()} dimension="system" />
            </Show>
          </div>
          <WarningsFigure board={board()} />
          <YearsFigure board={board()} lists={lists()} />
          <PeriodsFigure board={board()} />
          <div class="stack">
            <BreakdownFigure board={board()} lists={lists()} dimension="affiliation" />
            <MonthsFigure board={board()} lists={lists()} />
          </div>
          <div class="stack">
            <BreakdownFigure board={board()} lists={lists()} dimension="field" />
          </div>
        </div>
      </Show>
    </>
  );
}
