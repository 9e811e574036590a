import { createSignal, For, Show } from "solid-js";
import type { ReportModel, Warning } from "#core/report/model.ts";
import type { Dismissal } from "#core/report/record.ts";
import { formatQuantity } from "#core/report/wording.ts";
import { Button } from "../../../button.tsx";
import { writeInstant } from "../../../dates.ts";
import { Trouble } from "../../parts/messages.tsx";
import { useWords } from "../../words/words.ts";
import { DismissalDialog } from "./dismissal-dialog.tsx";
import { FigureLink } from "./figure-link.tsx";

export function WarningsPanel(props: {
  report: string;
  model: ReportModel;
  dismissals: readonly Dismissal[];
  mayEdit: boolean;
  busy: boolean;
  /** A null reason undoes the dismissal. Returns an error or null. */
  onDismiss: (warning: string, reason: string | null) => Promise<string | null>;
}) {
  const { w } = useWords();
  const [asked, setAsked] = createSignal<Warning | null>(null);
  const [trouble, setTrouble] = createSignal("");
  const dismissalOf = ({ id }: Warning) => props.dismissals.find(({ warning }) => warning === id);
  const figuresOf = ({ figures, related, from, to }: Warning) =>
    props.model.figures.filter(
      (figure) => [...figures, ...related].includes(figure.key) && overlap(figure, { from, to }),
    );
  const past = () =>
    props.dismissals.filter(({ warning }) => !props.model.warnings.some(({ id }) => id === warning));
  const takeBack = async (warning: Warning) => setTrouble((await props.onDismiss(warning.id, null)) ?? "");
  return (
    <>
      <Show
        when={props.model.warnings.length > 0}
        fallback={<p class="soft">{w("reports.warnings.none")}</p>}
      >
        <ul class="report-warnings">
          <For each={props.model.warnings}>
            {(warning) => (
              <li classList={{ handled: dismissalOf(warning) !== undefined }}>
                <p class="tag" classList={{ wait: dismissalOf(warning) === undefined }}>
                  {dismissalOf(warning) ? w("reports.warnings.handled") : w("reports.warnings.open")}
                </p>
                <p lang="vi">{warning.message}</p>
                <ul class="behind-list" lang="vi">
                  <For each={figuresOf(warning)}>
                    {(figure) => (
                      <li>
                        <FigureLink id={figure.id}>
                          {figure.label}: {formatQuantity(figure)}
                        </FigureLink>
                      </li>
                    )}
                  </For>
                </ul>
                <Show
                  when={dismissalOf(warning)}
                  fallback={
                    <Show when={props.mayEdit}>
                      <Button
                        class="small"
                        opensDialog
                        label={w("reports.warnings.dismiss")}
                        disabled={props.busy}
                        onClick={() => setAsked(warning)}
                      />
                    </Show>
                  }
                >
                  {(dismissal) => (
                    <div class="reason">
                      <p>{dismissal().reason}</p>
                      <p class="soft">
                        {dismissal().by.name}, {writeInstant(dismissal().at)}
                      </p>
                      <Show when={props.mayEdit}>
                        <Button
                          class="small quiet"
                          label={w("reports.warnings.takeBack")}
                          disabled={props.busy}
                          onClick={() => void takeBack(warning)}
                        />
                      </Show>
                    </div>
                  )}
                </Show>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={past().length > 0}>
        <p class="soft">{w("reports.warnings.past")}</p>
        <ul class="behind-list">
          <For each={past()}>
            {({ reason, by, at }) => (
              <li>
                {reason}{" "}
                <span class="soft">
                  ({by.name}, {writeInstant(at)})
                </span>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Trouble text={trouble()} />
      <DismissalDialog
        report={props.report}
        warning={asked()}
        onClose={() => setAsked(null)}
        onDismiss={props.onDismiss}
      />
    </>
  );
}

function overlap(a: Pick<Warning, "from" | "to">, b: Pick<Warning, "from" | "to">): boolean {
  const year = (bound: string | number) => String(bound).slice(0, 4);
  return year(a.from) <= year(b.to) && year(b.from) <= year(a.to);
}
