import { createUniqueId, For, type JSX, Show } from "solid-js";
import type { State } from "../../../functions/core/lifecycle.ts";
import { pathTo } from "./address.ts";
import { type Board, funnelOf, slicesOf } from "./board.ts";
import { inboxStates } from "./inbox.tsx";
import { formatNumber } from "./numbers.ts";
import { useWords } from "./words.ts";

/** Where the year's dossiers stand; states that the unit's inbox or its council's queue lists lead there. */
export function FunnelFigure(props: { board: Board; inboxUnit: string | null; council: string | null }) {
  const { w, m } = useWords();
  const rows = () => funnelOf(props.board.counted, props.board.year);
  const hrefOf = (state: State) => {
    if (inboxStates.includes(state))
      return props.inboxUnit === null ? null : pathTo("inbox", { unit: props.inboxUnit, state });
    return props.council === null
      ? null
      : pathTo("council", { council: props.council, year: props.board.year, state });
  };
  return (
    <Show when={rows().length > 0}>
      <Bars
        title={w("board.funnel")}
        lead={w("board.funnelLead", { year: props.board.year })}
        head={w("board.stateColumn")}
        columns={[w("board.count")]}
        rows={rows().map(({ state, value }) => ({
          name: m(`state.${state}`),
          href: hrefOf(state),
          values: [value],
        }))}
      />
    </Show>
  );
}

/** Registered and recognised by system or by field of application. */
export function BreakdownFigure(props: { board: Board; dimension: "system" | "field" }) {
  const { w, m } = useWords();
  const rows = () => {
    const { counted, year } = props.board;
    const registered = slicesOf(counted, "registered", props.dimension, year);
    const recognised = slicesOf(counted, "recognised", props.dimension, year);
    const names = [...new Set([...registered, ...recognised].map(({ name }) => name))];
    const of = (slices: typeof registered, name: string) =>
      slices.find((slice) => slice.name === name)?.value ?? 0;
    return names
      .map((name) => ({
        name: m(props.dimension === "field" ? `applicationField.${name}` : `system.${name}`),
        href: null,
        values: [of(registered, name), of(recognised, name)],
      }))
      .sort((a, b) => (b.values[0] ?? 0) - (a.values[0] ?? 0));
  };
  return (
    <Show when={rows().length > 0}>
      <Bars
        title={w(props.dimension === "system" ? "board.systems" : "board.fields")}
        lead={w(props.dimension === "system" ? "board.systemsLead" : "board.fieldsLead", {
          year: props.board.year,
        })}
        head={w(props.dimension === "system" ? "board.system" : "board.field")}
        columns={[w("board.registered"), w("board.recognised")]}
        rows={rows()}
      />
    </Show>
  );
}

/** Registrations by the month in which they came. */
export function MonthsFigure(props: { board: Board }) {
  const { w } = useWords();
  const rows = () =>
    slicesOf(props.board.counted, "registered", "month", props.board.year)
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map(({ name, value }) => {
        const [year = "", month = ""] = name.split("-");
        return { name: `${month}/${year}`, href: null, values: [value] };
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

interface BarRow {
  name: string;
  href: string | null;
  values: number[];
}

/** A chart and its table in one: a bar beside each row's first number. */
function Bars(props: {
  title: string;
  lead: string;
  head: string;
  columns: string[];
  rows: BarRow[];
}): JSX.Element {
  const { w, language } = useWords();
  const caption = createUniqueId();
  const most = () => Math.max(1, ...props.rows.map(({ values }) => values[0] ?? 0));
  return (
    <figure aria-labelledby={caption}>
      <figcaption id={caption}>
        {props.title}
        <span>{props.lead}</span>
      </figcaption>
      <table class="figures bars">
        <caption class="visually-hidden">{props.title}</caption>
        <thead>
          <tr>
            <th scope="col">{props.head}</th>
            <th scope="col" class="bar-cell">
              <span class="visually-hidden">{w("board.share")}</span>
            </th>
            <For each={props.columns}>
              {(column) => (
                <th scope="col" class="n">
                  {column}
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={props.rows}>
            {(row) => (
              <tr>
                <th scope="row">
                  <Show when={row.href} fallback={row.name}>
                    {(href) => <a href={href()}>{row.name}</a>}
                  </Show>
                </th>
                <td class="bar-cell">
                  <svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                    <rect class="strong" width={(100 * (row.values[0] ?? 0)) / most()} height="10" />
                  </svg>
                </td>
                <For each={row.values}>{(value) => <td class="n">{formatNumber(value, language())}</td>}</For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </figure>
  );
}
