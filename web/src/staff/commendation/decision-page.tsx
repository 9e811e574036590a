import { createSignal, Show } from "solid-js";
import type { CommendationView } from "../../../../functions/api/commendation/views.ts";
import { Button } from "../../button.tsx";
import { usePageTitle } from "../../page-title.ts";
import type { Load } from "../parts/loading.tsx";
import { useWords } from "../words/words.ts";
import { CandidatesDialog } from "./adding/candidates-dialog.tsx";
import { PasteDialog } from "./adding/paste-dialog.tsx";
import { DecisionHead } from "./decision-head.tsx";
import { DecisionLog } from "./decision-log.tsx";
import { LineDialog } from "./lines/line-dialog.tsx";
import { LinesSection } from "./lines/lines-section.tsx";
import { createOpenDecision } from "./open-decision.ts";
import { SumsTable } from "./sums-table.tsx";
import { createWarnings } from "./warning-loading.ts";
import { WarningsSection } from "./warnings-section.tsx";

type Adding = "line" | "paste" | "candidates";

export function DecisionPage(props: { view: CommendationView; load: Load<CommendationView> }) {
  const { w } = useWords();
  const open = createOpenDecision(() => props.view, props.load);
  const [adding, setAdding] = createSignal<Adding | null>(null);
  const decision = () => props.view.decision;
  const warnings = createWarnings(
    () => decision().id,
    () => decision().version,
  );
  const warned = () => new Set(warnings.found().flatMap(({ lines }) => lines));
  usePageTitle(() => `${decision().number ?? decision().subject} · ${w("commendations.title")}`);
  const close = () => setAdding(null);
  return (
    <>
      <DecisionHead open={open} warnings={warnings} />
      <Show when={props.view.count > 0}>
        <div class="commendation-facts">
          <SumsTable view={props.view} />
          <WarningsSection id={decision().id} warnings={warnings} />
        </div>
      </Show>
      <section aria-labelledby="lines-title">
        <div class="head-row">
          <h2 id="lines-title">{w("commendations.lines.title", { count: open.listed() })}</h2>
          <Show when={props.view.may.change}>
            <div class="push commendation-doings">
              <Button
                class={props.view.count === 0 ? "main" : ""}
                opensDialog
                label={w("commendations.lines.add")}
                onClick={() => setAdding("line")}
              />
              <Button opensDialog label={w("commendations.lines.paste")} onClick={() => setAdding("paste")} />
              <Button
                opensDialog
                label={w("commendations.lines.candidates")}
                onClick={() => setAdding("candidates")}
              />
            </div>
          </Show>
        </div>
        <LinesSection open={open} warned={warned()} />
      </section>
      <DecisionLog view={props.view} />
      <LineDialog open={open} asked={adding() === "line" ? { line: null } : null} onClose={close} />
      <PasteDialog open={open} shown={adding() === "paste"} onClose={close} />
      <CandidatesDialog open={open} shown={adding() === "candidates"} onClose={close} />
    </>
  );
}
