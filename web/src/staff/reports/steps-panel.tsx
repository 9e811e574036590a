import { For, Match, Show, Switch } from "solid-js";
import type { ReportMove } from "#core/report/record.ts";
import type { ReportView } from "../../../../functions/api/report/views.ts";
import { Button } from "../../button.tsx";
import { useWords } from "../words/words.ts";
import { JobProgress } from "./job-progress.tsx";
import { countOpen, isWorking, nextStep, type Step, steps } from "./steps.ts";

export function StepsPanel(props: {
  view: ReportView;
  job: ReportView["job"];
  busy: boolean;
  onMake: () => void;
  onIssue: () => void;
  onWarnings: () => void;
  onMove: (move: ReportMove) => void;
}) {
  const { w } = useWords();
  const next = () => nextStep(props.view);
  const reached = (step: Step) => {
    const current = next();
    return current === null ? steps.length : steps.indexOf(current) - steps.indexOf(step);
  };
  const words = (step: Step) => {
    if (step !== "warnings") return w(`reports.step.${step}`);
    return w("reports.step.warnings", { count: countOpen(props.view) });
  };
  const may = (what: ReportView["may"][number]) => props.view.may.includes(what);
  const move = (): ReportMove | null => {
    const step = next();
    return step === "approve" || step === "number" || step === "publish" ? step : null;
  };
  const asked = () => (props.view.record.issue && next() === "number" ? "edit" : (move() ?? "edit"));
  const waits = () => next() === null || !may(asked());
  return (
    <div class="report-steps">
      <ol aria-label={w("reports.steps")}>
        <For each={steps}>
          {(step, i) => (
            <li
              data-number={i() + 1}
              classList={{ done: reached(step) > 0, now: step === next() }}
              aria-current={step === next() ? "step" : undefined}
            >
              <span>
                {step === "warnings" && reached(step) > 0 ? w("reports.step.warnings.done") : words(step)}
                <Show when={reached(step) > 0}>
                  <span class="visually-hidden"> ({w("reports.step.done")})</span>
                </Show>
              </span>
            </li>
          )}
        </For>
      </ol>
      <JobProgress job={props.job} />
      <Show when={!isWorking({ job: props.job })}>
        <Switch>
          <Match when={waits()}>
            <p class="soft">{w(next() === null ? "reports.next.none" : "reports.next.others")}</p>
          </Match>
          <Match when={next() === "make" || next() === "texts"}>
            <Button
              class="main"
              label={w(next() === "make" ? "reports.make" : "reports.remake")}
              disabled={props.busy}
              onClick={props.onMake}
            />
          </Match>
          <Match when={next() === "warnings"}>
            <Button
              class="main"
              label={w("reports.step.warnings", { count: countOpen(props.view) })}
              onClick={props.onWarnings}
            />
          </Match>
          <Match when={next() === "number" && props.view.record.issue}>
            <Button
              class="main"
              label={w("reports.issueAgain")}
              disabled={props.busy}
              onClick={props.onIssue}
            />
          </Match>
          <Match when={move()}>
            {(asked) => (
              <Button
                class="main"
                opensDialog
                label={w(`reports.move.${asked()}`)}
                disabled={props.busy}
                onClick={() => props.onMove(asked())}
              />
            )}
          </Match>
        </Switch>
      </Show>
    </div>
  );
}
