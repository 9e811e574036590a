import { createSignal, For, Show } from "solid-js";
import { listRecipients } from "#core/report/signing.ts";
import type { ReportView } from "../../../../functions/api/report/views.ts";
import { Button } from "../../button.tsx";
import { useWords } from "../words/words.ts";
import { SigningDialog } from "./reading/signing-dialog.tsx";
import type { ReportActions } from "./report-actions.ts";
import type { ReportKey } from "./report-key.ts";

export function SigningSummary(props: {
  report: ReportKey;
  view: ReportView;
  actions: ReportActions;
  mayEdit: boolean;
}) {
  const { w } = useWords();
  const [open, setOpen] = createSignal(false);
  const signing = () => props.view.record.signing;
  const signers = () => [signing(), ...(signing().joint ? [signing().joint] : [])];
  return (
    <>
      <ul>
        <For each={signers()}>
          {(signer) => (
            <li lang="vi">
              {[signer?.authority, signer?.position, signer?.name].filter(Boolean).join(", ") ||
                w("reports.signing.default")}
            </li>
          )}
        </For>
      </ul>
      <Show when={signing().recipients}>
        <ul lang="vi">
          <For each={listRecipients(signing().recipients, [])}>{(recipient) => <li>{recipient}</li>}</For>
        </ul>
      </Show>
      <Show when={props.mayEdit}>
        <Button class="small" opensDialog label={w("reports.signing.edit")} onClick={() => setOpen(true)} />
      </Show>
      <SigningDialog
        open={open()}
        report={props.report}
        view={props.view}
        onClose={() => setOpen(false)}
        onSaved={(view) => {
          props.actions.take(view);
          setOpen(false);
        }}
      />
    </>
  );
}
