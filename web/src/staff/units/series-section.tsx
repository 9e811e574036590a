import { createUniqueId, For, Show } from "solid-js";
import { seriesKeys } from "#core/figures/series.ts";
import type { SeriesView } from "../../../../functions/api/figures/views.ts";
import { pathTo } from "../parts/address.ts";
import { createLoad, Loaded } from "../parts/loading.tsx";
import { formatNumber } from "../parts/numbers.ts";
import { useWords } from "../words/words.ts";
import { readSeries } from "./api.ts";

const shownYears = 8;

export function SeriesSection(props: { unit: string; year: number }) {
  const { w } = useWords();
  const heading = createUniqueId();
  const load = createLoad<SeriesView>(
    () => `${props.unit}/${props.year}`,
    () => readSeries(props.unit, props.year - shownYears + 1, props.year),
  );
  return (
    <div class="unit-part">
      <h3 id={heading}>{w("series.title")}</h3>
      <p class="soft">{w("series.lead")}</p>
      <Loaded of={load}>{(view) => <SeriesTable view={view()} heading={heading} />}</Loaded>
    </div>
  );
}

function SeriesTable(props: { view: SeriesView; heading: string }) {
  const { w, language } = useWords();
  type Year = SeriesView["years"][number];
  const known = () => props.view.years.filter(({ units }) => units.length > 0);
  const meant = ({ units }: Year) => units.map(({ id }) => id).join();
  const isBreak = (i: number) => {
    const [before, here] = [known()[i - 1], known()[i]];
    return before !== undefined && here !== undefined && meant(before) !== meant(here);
  };
  /** Lists each note once, at its first year. */
  const notes = () => {
    const seen = new Set<string>();
    return known().flatMap((each) =>
      each.notes.flatMap((note) => {
        const text = w(note.code, note.params);
        if (seen.has(text)) return [];
        seen.add(text);
        return [{ year: each.year, text }];
      }),
    );
  };
  const value = (year: Year, key: (typeof seriesKeys)[number]) => {
    const figure = year.figures.find((each) => each.key === key);
    if (!figure || figure.value === null) return w("declared.unknown");
    const text = formatNumber(figure.value, language());
    return figure.unknown > 0 ? `${text} (${w("series.partly", { count: figure.unknown })})` : text;
  };
  return (
    <>
      <section class="wide-table" tabindex="0" aria-labelledby={props.heading}>
        <table class="figures">
          <thead>
            <tr>
              <th scope="col">{w("list.year")}</th>
              <th scope="col">{w("series.of")}</th>
              <For each={seriesKeys}>
                {(key) => (
                  <th scope="col" class="n">
                    {w(`series.${key}`)}
                  </th>
                )}
              </For>
            </tr>
          </thead>
          <tbody>
            <For each={known()}>
              {(year, i) => (
                <tr classList={{ "series-break": isBreak(i()) }}>
                  <th scope="row" class="num">
                    {year.year}
                  </th>
                  <td>
                    <Show
                      when={year.units.length <= 2}
                      fallback={w("units.count", { count: year.units.length })}
                    >
                      <For each={year.units}>
                        {({ id, name }, n) => (
                          <>
                            {n() > 0 ? ", " : ""}
                            <a href={pathTo("units", {}, id)}>{name}</a>
                          </>
                        )}
                      </For>
                    </Show>
                    <Show when={!year.comparable}>
                      {" "}
                      <span class="tag late">{w("series.unlike")}</span>
                    </Show>
                  </td>
                  <Show
                    when={year.readable}
                    fallback={
                      <td colspan={seriesKeys.length} class="soft">
                        {w("series.hidden")}
                      </td>
                    }
                  >
                    <For each={seriesKeys}>{(key) => <td class="n">{value(year, key)}</td>}</For>
                  </Show>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </section>
      <Show when={notes().length > 0}>
        <ul class="series-notes">
          <For each={notes()}>
            {({ year, text }) => (
              <li>
                <strong class="num">{year}</strong> {text}
              </li>
            )}
          </For>
        </ul>
      </Show>
    </>
  );
}
