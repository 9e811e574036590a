import { type JSX, Show } from "solid-js";
import type { Board } from "../parts/board.ts";
import { formatNumber } from "../parts/numbers.ts";
import { DataTable } from "../parts/table.tsx";
import { useWords } from "../words/words.ts";
import { BoardFigure } from "./board-figure.tsx";
import { funnelOf, slicesOf } from "./board-rows.ts";
import { CountLink, type ListAddress } from "./counted-lists.tsx";

export function FunnelFigure(props: Shown) {
  const { w, m } = useWords();
  const rows = () => funnelOf(props.board.counted, props.board.year);
  return (
    <Show when={rows().length > 0}>
      <Bars
        title={w("board.funnel")}
        lead={w("board.funnelLead", { year: props.board.year })}
        head={w("list.state")}
        columns={[w("board.count")]}
        rows={rows().map(({ state, value }) => ({
          name: m(`state.${state}`),
          cells: [{ value, href: props.lists({ count: "all", state }, props.board.year) }],
        }))}
      />
    </Show>
  );
}

const splits = {
  system: {
    names: "system",
    title: "board.systems",
    lead: "board.systemsLead",
    head: "register.system",
  },
  field: {
    names: "applicationField",
    title: "board.fields",
    lead: "board.fieldsLead",
    head: "register.field",
  },
  affiliation: {
    names: "affiliation",
    title: "board.affiliations",
    lead: "board.affiliationsLead",
    head: "register.affiliation",
  },
} as const;

function countUnaffiliated({ counted, year }: Board): number {
  const sum = (dimension: "kind" | "affiliation") =>
    slicesOf(counted, "authors", dimension, year).reduce((total, { value }) => total + value, 0);
  return Math.max(0, sum("kind") - sum("affiliation"));
}

export function BreakdownFigure(props: Shown & { dimension: keyof typeof splits }) {
  const { w, m } = useWords();
  const split = () => splits[props.dimension];
  const unknown = () => (props.dimension === "affiliation" ? countUnaffiliated(props.board) : 0);
  const rows = () => {
    const { counted, year } = props.board;
    const { dimension } = props;
    const registered = slicesOf(counted, "registered", dimension, year);
    const recognised = slicesOf(counted, "recognised", dimension, year);
    const names = [...new Set([...registered, ...recognised].map(({ name }) => name))];
    const of = (slices: typeof registered, name: string) =>
      slices.find((slice) => slice.name === name)?.value ?? 0;
    return names
      .map((name) => ({
        name: m(`${split().names}.${name}`),
        cells: [
          {
            value: of(registered, name),
            href: props.lists({ count: "registered", [dimension]: name }, year),
          },
          {
            value: of(recognised, name),
            href: props.lists({ count: "recognised", [dimension]: name }, year),
          },
        ],
      }))
      .sort((a, b) => (b.cells[0]?.value ?? 0) - (a.cells[0]?.value ?? 0));
  };
  return (
    <Show when={rows().length > 0}>
      <Bars
        title={w(split().title)}
        lead={[
          w(split().lead, { year: props.board.year }),
          unknown() > 0 ? w("board.affiliationsUnknown", { count: unknown() }) : "",
        ]
          .filter(Boolean)
          .join(" ")}
        head={w(split().head)}
        columns={[w("board.registered"), w("board.recognised")]}
        rows={rows()}
      />
    </Show>
  );
}

export function MonthsFigure(props: Shown) {
  const { w } = useWords();
  const rows = () =>
    slicesOf(props.board.counted, "registered", "month", props.board.year)
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map(({ name, value }) => {
        const [year = "", month = ""] = name.split("-");
        const href = props.lists({ count: "registered", month: name }, props.board.year);
        return { name: `${month}/${year}`, cells: [{ value, href }] };
      });
  return (
    <Show when={rows().length > 0}>
      <Bars
        title={w("board.months")}
        lead={w("board.monthsLead", { year: props.board.year })}
        head={w("board.month")}
        columns={[w("board.count")]}
        rows={rows()}
      />
    </Show>
  );
}

interface Shown {
  board: Board;
  lists: ListAddress;
}

interface BarRow {
  name: string;
  cells: { value: number; href: string | null }[];
}

function Bars(props: {
  title: string;
  lead: string;
  head: string;
  columns: string[];
  rows: BarRow[];
}): JSX.Element {
  const { w, language } = useWords();
  const most = () => Math.max(1, ...props.rows.map(({ cells }) => cells[0]?.value ?? 0));
  return (
    <BoardFigure title={props.title} lead={props.lead}>
      {() => (
        <DataTable
          class="figures bars"
          caption={props.title}
          hideCaption
          rows={props.rows}
          columns={[
            { head: props.head, cell: ({ name }) => name },
            {
              head: w("board.share"),
              hideHead: true,
              headClass: "bar-cell",
              class: "bar-cell",
              cell: ({ cells }) => (
                <svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                  <rect class="strong" width={(100 * (cells[0]?.value ?? 0)) / most()} height="10" />
                </svg>
              ),
            },
            ...props.columns.map((column, i) => ({
              head: column,
              class: "n",
              cell: ({ name, cells }: BarRow) => (
                <CountLink
                  value={cells[i]?.value ?? 0}
                  href={cells[i]?.href ?? null}
                  what={`${name}, ${column}`}
                >
                  {formatNumber(cells[i]?.value ?? 0, language())}
                </CountLink>
              ),
            })),
          ]}
        />
      )}
    </BoardFigure>
  );
}
