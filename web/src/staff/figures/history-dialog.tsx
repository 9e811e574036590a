import { For, Show } from "solid-js";
import type { DeclaredFigure } from "#core/figures/figure.ts";
import { writeInstant } from "../../dates.ts";
import { Dialog } from "../parts/dialog.tsx";
import { useWords } from "../words/words.ts";
import { formatQuantity } from "./quantity.ts";
import { writePeriod } from "./rows.ts";

export function HistoryDialog(props: { figure: DeclaredFigure | null; onClose: () => void }) {
  const words = useWords();
  const { w } = words;
  return (
    <Dialog
      closeButton
      open={props.figure !== null}
      wide
      title={
        props.figure
          ? w("declared.historyWhat", { label: props.figure.label, period: writePeriod(props.figure) })
          : ""
      }
      onClose={props.onClose}
    >
      <Show when={props.figure}>
        {(figure) => (
          <ol class="declared-history">
            <li>
              <b>{figure().withdrawn ? w("declared.isWithdrawn") : formatQuantity(figure(), words)}</b>
              <By by={figure().declaredBy} />
              <Show when={figure().note}>
                <span class="under">{figure().note}</span>
              </Show>
            </li>
            <For each={figure().earlier.toReversed()}>
              {(earlier) => (
                <li>
                  <b>{earlier.withdrawn ? w("declared.isWithdrawn") : formatQuantity(earlier, words)}</b>
                  <By by={earlier.declaredBy} />
                  <span class="under">
                    {w("declared.until")} {earlier.until ? writeInstant(earlier.until.at) : ""}
                    {" · "}
                    {w("campaigns.daysOff.note")}: {earlier.why || "–"}
                  </span>
                </li>
              )}
            </For>
          </ol>
        )}
      </Show>
    </Dialog>
  );
}

function By(props: { by: DeclaredFigure["declaredBy"] }) {
  const { w } = useWords();
  return (
    <span class="soft under">
      {props.by
        ? w("declared.ownBy", { name: props.by.name || w("declared.own"), time: writeInstant(props.by.at) })
        : w("declared.loaded")}
    </span>
  );
}
