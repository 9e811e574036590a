import { createSignal, For, Show } from "solid-js";
import { reportId } from "#core/report/record.ts";
import type { ReportView } from "../../../../../functions/api/report/views.ts";
import { Button } from "../../../button.tsx";
import { writeDay, writeInstant } from "../../../dates.ts";
import { pathTo } from "../../parts/address.ts";
import { useWords } from "../../words/words.ts";
import type { ReportKey } from "../report-key.ts";
import { DifferenceDialog } from "./difference-dialog.tsx";

export function Versions(props: { report: ReportKey; view: ReportView }) {
  const { w } = useWords();
  const [asked, setAsked] = createSignal<{ from: number; to: number } | null>(null);
  const editions = () =>
    [...props.view.record.editions, { ...props.view.record, reopened: null }].toReversed();
  return (
    <>
      <ol class="report-editions">
        <For each={editions()}>
          {(edition) => (
            <li>
              <b>{w("reports.edition", { number: edition.edition })}</b>{" "}
              <span class="tag plain">{w(`reports.state.${edition.state}`)}</span>
              <p class="soft">
                <Show when={edition.made}>
                  {(made) => w("reports.edition.made", { time: writeInstant(made().at) })}
                </Show>
                <Show when={edition.issue}>
                  {(issue) =>
                    `; ${w("reports.edition.issue", { number: issue().number, day: writeDay(issue().signedOn) })}`
                  }
                </Show>
              </p>
              <Show when={edition.reopened}>
                {(why) => (
                  <p class="reason">
                    {w("reports.edition.reopened", {
                      reason: why().reason,
                      name: why().by.name,
                      time: writeInstant(why().at),
                    })}
                  </p>
                )}
              </Show>
              <Show when={edition.reopened !== null}>
                <p>
                  <a
                    class="report-read"
                    href={pathTo("reports", { edition: edition.edition }, reportId(props.report))}
                  >
                    {w("reports.edition.open", { number: edition.edition })}
                  </a>
                </p>
              </Show>
              <Show when={edition.edition > 1 && edition.made}>
                <Button
                  class="small"
                  opensDialog
                  label={w("reports.difference.with", { number: edition.edition - 1 })}
                  onClick={() => setAsked({ from: edition.edition - 1, to: edition.edition })}
                />
              </Show>
            </li>
          )}
        </For>
      </ol>
      <DifferenceDialog asked={asked()} report={props.report} onClose={() => setAsked(null)} />
    </>
  );
}
