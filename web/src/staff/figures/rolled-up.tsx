import { createSignal, For, Show } from "solid-js";
import type { DeclaredForm } from "#core/figures/declared-figure.ts";
import { type RolledUpFigure, takeOver } from "#core/figures/roll-up.ts";
import { Button } from "../../button.tsx";
import { createLoad, Loaded } from "../parts/loading.tsx";
import { useWords } from "../words/words.ts";
import { readRolledUp } from "./api.ts";
import { formatValue } from "./quantity.ts";
import { writePeriod } from "./rows.ts";

export function RolledUp(props: { unit: string; year: number; onTake: (form: DeclaredForm) => void }) {
  const { w } = useWords();
  const [asked, setAsked] = createSignal("");
  const place = () => `${props.unit}/${props.year}`;
  const load = createLoad(
    () => (asked() === place() ? place() : null),
    () => readRolledUp(props.unit, props.year),
  );
  return (
    <section class="rolled-up">
      <h2>{w("declared.rolledUp", { year: props.year })}</h2>
      <p class="soft lead">{w("declared.rolledUp.lead")}</p>
      <Show
        when={asked() === place()}
        fallback={<Button label={w("declared.rolledUp.show")} onClick={() => setAsked(place())} />}
      >
        <Loaded of={load}>
          {(view) => (
            <Show
              when={view().figures.length > 0}
              fallback={<p class="note">{w("declared.rolledUp.none")}</p>}
            >
              <RolledUpTable figures={view().figures} year={props.year} onTake={props.onTake} />
            </Show>
          )}
        </Loaded>
      </Show>
    </section>
  );
}

function RolledUpTable(props: {
  figures: readonly RolledUpFigure[];
  year: number;
  onTake: (form: DeclaredForm) => void;
}) {
  const words = useWords();
  const { w, m } = words;
  return (
    <div class="table-box">
      <table class="plain-table declared">
        <caption class="visually-hidden">{w("declared.rolledUp", { year: props.year })}</caption>
        <thead>
          <tr>
            <th scope="col">{w("board.figure")}</th>
            <th scope="col">{w("board.period")}</th>
            <th scope="col" class="n">
              {w("declared.value")}
            </th>
            <th scope="col">{w("declared.rolledUp.reported")}</th>
            <th scope="col">
              <span class="visually-hidden">{w("declared.rolledUp.take")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          <For each={props.figures}>
            {(figure) => (
              <tr>
                <th scope="row">{figure.label}</th>
                <td class="nowrap" data-label={w("board.period")}>
                  {writePeriod(figure)}
                </td>
                <td class="n" data-label={w("declared.value")}>
                  <b>{formatValue(figure, words)}</b> <span class="soft">{figure.measure}</span>
                </td>
                <td class="line" data-label={w("declared.rolledUp.reported")}>
                  {m(`level.${figure.level}`)}:{" "}
                  {w("declared.rolledUp.of", {
                    count: figure.reported.length,
                    all: figure.reported.length + figure.missing.length,
                  })}
                  <Show when={figure.missing.length > 0}>
                    <details>
                      <summary>{w("declared.rolledUp.missing", { count: figure.missing.length })}</summary>
                      <p class="soft">{figure.missing.map(({ name }) => name).join("; ")}</p>
                    </details>
                  </Show>
                </td>
                <td class="line doings">
                  <Button
                    class="small"
                    label={w("declared.rolledUp.take")}
                    ariaLabel={w("declared.rolledUp.takeWhat", {
                      label: figure.label,
                      period: writePeriod(figure),
                    })}
                    onClick={() => props.onTake(takeOver(figure, props.figures))}
                  />
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  );
}
