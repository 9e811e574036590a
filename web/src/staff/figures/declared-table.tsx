import { For, Show } from "solid-js";
import type { CitedDocument } from "#core/campaigns/document.ts";
import { definitionOf } from "#core/figures/catalogue.ts";
import type { CountedFigure, DeclaredFigure } from "#core/figures/figure.ts";
import { Button } from "../../button.tsx";
import { writeInstant } from "../../dates.ts";
import { nameDocument } from "../parts/document-dialog.tsx";
import { formatNumber } from "../parts/numbers.ts";
import { useWords } from "../words/words.ts";
import { formatValue } from "./quantity.ts";
import { countedBeside, groupOf, groups, writePeriod } from "./rows.ts";

export function DeclaredTable(props: {
  figures: readonly DeclaredFigure[];
  all: readonly DeclaredFigure[];
  counted: readonly CountedFigure[];
  documents: readonly CitedDocument[];
  onChange: (figure: DeclaredFigure) => void;
  onTrace: (figure: DeclaredFigure) => void;
}) {
  const words = useWords();
  const { w, m, language } = words;
  const inGroup = (group: (typeof groups)[number]) =>
    props.figures.filter((figure) => groupOf(figure, props.all) === group);
  const labelOf = (key: string) =>
    props.all.find((figure) => figure.key === key)?.label ?? definitionOf(key)?.label ?? key;
  const source = (figure: DeclaredFigure) => {
    const document = props.documents.find(({ id }) => id === figure.document);
    if (document) return nameDocument(document);
    const by = figure.declaredBy;
    return by
      ? w("declared.ownBy", { name: by.name || w("declared.own"), time: writeInstant(by.at) })
      : w("declared.loaded");
  };
  return (
    <div class="table-box">
      <table class="plain-table declared">
        <caption>{w("declared.caption", { count: props.figures.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{w("board.figure")}</th>
            <th scope="col">{w("board.period")}</th>
            <th scope="col" class="n">
              {w("declared.value")}
            </th>
            <th scope="col" class="n">
              {w("board.countedColumn")}
            </th>
            <th scope="col">{w("declared.source")}</th>
            <th scope="col">
              <span class="visually-hidden">{w("declared.change")}</span>
            </th>
          </tr>
        </thead>
        <For each={groups.filter((group) => inGroup(group).length > 0)}>
          {(group) => (
            <tbody>
              <tr class="group">
                <th scope="rowgroup" colspan="6">
                  {group === "own" ? w("declared.group.own") : m(`reportSection.${group}`)}
                </th>
              </tr>
              <For each={inGroup(group)}>
                {(figure) => {
                  const counted = () => countedBeside(figure, props.counted);
                  const what = { label: figure.label, period: writePeriod(figure) };
                  return (
                    <tr classList={{ withdrawn: figure.withdrawn }}>
                      <th scope="row">
                        {figure.label}
                        <Show when={figure.partOf.length > 0}>
                          <span class="soft under">
                            {w("declared.partOf", { wholes: figure.partOf.map(labelOf).join("; ") })}
                          </span>
                        </Show>
                      </th>
                      <td class="nowrap" data-label={w("board.period")}>
                        {writePeriod(figure)}
                      </td>
                      <td class="n" data-label={w("declared.value")}>
                        <b>{formatValue(figure, words)}</b> <span class="soft">{figure.measure}</span>
                        <Show when={figure.withdrawn}>
                          {" "}
                          <span class="tag">{w("declared.isWithdrawn")}</span>
                        </Show>
                      </td>
                      <td class="n" data-label={w("board.countedColumn")}>
                        {counted() === null ? "–" : formatNumber(counted() ?? 0, language())}
                        <Show when={figure.value !== null && (counted() ?? 0) > figure.value}>
                          <span class="tag late">{w("declared.exceeds")}</span>
                        </Show>
                      </td>
                      <td class="line source">
                        {source(figure)}
                        <Show when={figure.earlier.length > 0}>
                          <span class="soft under">
                            {w("declared.corrected", { count: figure.earlier.length })}
                          </span>
                        </Show>
                      </td>
                      <td class="line doings">
                        <Button
                          class="small"
                          label={w("declared.change")}
                          ariaLabel={w("declared.changeWhat", what)}
                          onClick={() => props.onChange(figure)}
                        />
                        <Button
                          class="small quiet"
                          label={w("declared.history")}
                          ariaLabel={w("declared.historyWhat", what)}
                          onClick={() => props.onTrace(figure)}
                        />
                      </td>
                    </tr>
                  );
                }}
              </For>
            </tbody>
          )}
        </For>
      </table>
    </div>
  );
}
