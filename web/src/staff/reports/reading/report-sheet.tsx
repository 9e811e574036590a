import "./sheet.css";
import { For, Show } from "solid-js";
import { formatNumber } from "#core/base/format-vi.ts";
import type { Section } from "#core/report/model.ts";
import type { Issue } from "#core/report/record.ts";
import type { PageModel } from "../../../../../functions/api/report/views.ts";
import { Items, TextRuns } from "../text-runs.tsx";
import { SheetAnnexes } from "./sheet-annexes.tsx";
import { SheetHead, SheetSignature } from "./sheet-head.tsx";

/** Official document, always in Vietnamese. */
export function ReportSheet(props: { model: PageModel; issue: Issue | null }) {
  return (
    <article class="report-sheet" lang="vi" aria-labelledby="report-subject">
      <Show when={props.model.demo}>
        <p class="sheet-banner">BẢN MINH HỌA – số liệu của đợt phát động thử</p>
      </Show>
      <SheetHead model={props.model} issue={props.issue} />
      <h2 id="report-subject">
        <span>BÁO CÁO</span> {keepYears(props.model.title)}
      </h2>
      <For each={props.model.sections}>
        {(section) => (
          <SheetSection section={section} left={props.model.left?.[`sections/${section.id}`] ?? 0} />
        )}
      </For>
      <Show when={props.model.figures.length === 0}>
        <p>Chưa có số liệu trong kỳ báo cáo.</p>
      </Show>
      <SheetSignature model={props.model} />
      <SheetAnnexes model={props.model} />
    </article>
  );
}

/** Keeps the years of a period on one line. */
const keepYears = (title: string) => title.replace(/(\d{4})–(\d{4})/, "$1\u2060–\u2060$2");

function SheetSection(props: { section: Section; left: number }) {
  const part = () => /^\d+([a-z])$/.exec(props.section.number)?.[1];
  const number = () => {
    if (part()) return `${part()}) `;
    return props.section.number && `${props.section.number}. `;
  };
  const heading = () => `${number()}${props.section.title}`;
  return (
    <>
      <Show when={heading() !== ""}>
        <Show when={part()} fallback={<h3>{heading()}</h3>}>
          <h4>{heading()}</h4>
        </Show>
      </Show>
      <For each={props.section.paragraphs}>
        {(runs) => (
          <p>
            <TextRuns runs={runs} />
          </p>
        )}
      </For>
      <For each={props.section.tables}>
        {({ title, columns, rows }) => (
          // `tabindex` allows scrolling by keyboard on narrow screens.
          <section class="sheet-table" aria-label={title} tabindex="0">
            <table>
              <caption>{title}</caption>
              <thead>
                <tr>
                  <For each={columns}>{(column) => <th scope="col">{column}</th>}</For>
                </tr>
              </thead>
              <tbody>
                <For each={rows}>
                  {([first, ...cells]) => (
                    <tr>
                      <th scope="row">
                        <TextRuns runs={first ?? []} />
                      </th>
                      <For each={cells}>
                        {(runs) => (
                          <td>
                            <TextRuns runs={runs} />
                          </td>
                        )}
                      </For>
                    </tr>
                  )}
                </For>
              </tbody>
            </table>
          </section>
        )}
      </For>
      <For each={props.section.lists}>
        {({ lead, items }) => (
          <>
            <Show when={lead.length > 0}>
              <p>
                <TextRuns runs={lead} />
              </p>
            </Show>
            <Items items={items} />
          </>
        )}
      </For>
      <Show when={props.left > 0}>
        <p>Còn {formatNumber(props.left)} mục nữa trong tệp XLSX.</p>
      </Show>
    </>
  );
}
