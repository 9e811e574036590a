import { createSignal, For, Show } from "solid-js";
import type { SubmissionView } from "../../../../../functions/api/report/request-views.ts";
import { Button } from "../../../button.tsx";
import { writeInstant } from "../../../dates.ts";
import { Download } from "../../parts/download.tsx";
import { TextField } from "../../parts/fields.tsx";
import { createSavedInput } from "../../parts/saved-input.ts";
import { useWords } from "../../words/words.ts";

export function OneSubmission(props: {
  submission: SubmissionView;
  isLatest: boolean;
  path: string;
  place: string;
  mayReturn: boolean;
  busy: boolean;
  onReturn: (reason: string) => Promise<boolean>;
}) {
  const { w } = useWords();
  const kept = createSavedInput<string>(() => `report-return/${props.place}`);
  const [returning, setReturning] = createSignal(false);
  const send = async () => {
    if (await props.onReturn(kept.typed() ?? "")) kept.forget();
  };
  return (
    <li classList={{ earlier: !props.isLatest }}>
      <p>
        <b>{w("reports.edition", { number: props.submission.edition })}</b>{" "}
        <span class="soft">
          {w("requests.inBy", { at: writeInstant(props.submission.at), name: props.submission.by })}
        </span>
      </p>
      <Show when={props.submission.returned}>
        {(returned) => (
          <p class="returned">
            {w("requests.returnedBy", { at: writeInstant(returned().at), name: returned().by })}{" "}
            <span class="reason">{returned().reason}</span>
          </p>
        )}
      </Show>
      <p class="submission-files">
        <For each={props.submission.files}>
          {(format) => (
            <Download
              class="button small"
              path={`${props.path}/submissions/${props.submission.n}/files/${format}`}
            >
              {format.toUpperCase()}
            </Download>
          )}
        </For>
        <Show when={props.mayReturn && !returning()}>
          <Button class="small quiet" label={w("requests.return")} onClick={() => setReturning(true)} />
        </Show>
      </p>
      <Show when={props.mayReturn && returning()}>
        <form
          novalidate
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
        >
          <TextField
            pointer="/return/reason"
            label={w("requests.returnReason")}
            hint={w("requests.returnHint")}
            rows={3}
            value={kept.typed() ?? ""}
            onInput={(reason) => kept.keep(reason)}
          />
          <div class="actions">
            <button type="submit" class="button main" disabled={props.busy}>
              {w("requests.return")}
            </button>
            <Button label={w("dialog.cancel")} onClick={() => setReturning(false)} />
          </div>
        </form>
      </Show>
    </li>
  );
}
