import { For, Show } from "solid-js";
import type { ReportDifferenceView } from "../../../../../functions/api/report/views.ts";
import { Dialog } from "../../parts/dialog.tsx";
import { createLoad, Loaded } from "../../parts/loading.tsx";
import { useSession } from "../../parts/session.tsx";
import { PlainTable } from "../../parts/table.tsx";
import { useWords } from "../../words/words.ts";
import { readDifference } from "../api.ts";
import type { ReportKey } from "../report-key.ts";

interface Pair {
  from: number;
  to: number;
}

export function DifferenceDialog(props: { asked: Pair | null; report: ReportKey; onClose: () => void }) {
  const { w } = useWords();
  const { call } = useSession();
  const load = createLoad(
    () => props.asked && `${props.asked.from}/${props.asked.to}`,
    (key) => {
      const [from = 0, to = 0] = key.split("/").map(Number);
      return call(() => readDifference(props.report, from, to));
    },
  );
  const pair = () => props.asked ?? { from: 0, to: 0 };
  return (
    <Dialog
      closeButton
      open={props.asked !== null}
      wide
      title={w("reports.difference.title", { before: pair().from, number: pair().to })}
      onClose={props.onClose}
    >
      <Loaded of={load}>{(found) => <Differences found={found()} pair={pair()} />}</Loaded>
    </Dialog>
  );
}

function Differences(props: { found: ReportDifferenceView; pair: Pair }) {
  const { w } = useWords();
  const lists = () =>
    (["warnings", "titles"] as const).filter(
      (name) => props.found[name].added.length + props.found[name].removed.length > 0,
    );
  const isNone = () => props.found.figures.length + props.found.texts.length + lists().length === 0;
  return (
    <div class="report-difference">
      <Show when={isNone()}>
        <p>{w("reports.difference.none")}</p>
      </Show>
      <BeforeAfter
        caption={w("reports.difference.figures")}
        pair={props.pair}
        rows={props.found.figures.map(({ label, before, after }) => ({ label, before, after }))}
      />
      <BeforeAfter
        caption={w("reports.difference.texts")}
        pair={props.pair}
        rows={props.found.texts.map(({ section, before, after }) => ({
          label: w(`reports.text.${section}`),
          before,
          after,
        }))}
      />
      <For each={lists()}>
        {(name) => (
          <>
            <h3>{w(`reports.difference.${name}`)}</h3>
            <ul class="behind-list" lang="vi">
              <For each={props.found[name].added}>
                {(text) => (
                  <li>
                    <b>{w("reports.difference.added")}:</b> {text}
                  </li>
                )}
              </For>
              <For each={props.found[name].removed}>
                {(text) => (
                  <li>
                    <b>{w("reports.difference.removed")}:</b> {text}
                  </li>
                )}
              </For>
            </ul>
          </>
        )}
      </For>
    </div>
  );
}

function BeforeAfter(props: {
  caption: string;
  pair: Pair;
  rows: { label: string; before: string | null; after: string | null }[];
}) {
  const { w } = useWords();
  const head = (number: number) => w("reports.edition", { number });
  return (
    <Show when={props.rows.length > 0}>
      <PlainTable
        boxClass="difference"
        caption={props.caption}
        lang="vi"
        rows={props.rows}
        columns={[
          { head: "", cell: ({ label }) => label },
          { head: head(props.pair.from), class: "line", label: true, cell: ({ before }) => before ?? "–" },
          { head: head(props.pair.to), class: "line", label: true, cell: ({ after }) => after ?? "–" },
        ]}
      />
    </Show>
  );
}
