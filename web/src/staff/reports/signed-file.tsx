import { createSignal, Show, Suspense } from "solid-js";
import type { ReportView } from "../../../../functions/api/report/views.ts";
import { readAttachments, type TypedAttachment } from "../../attachments/typed-attachment.ts";
import { Button } from "../../button.tsx";
import { writeInstant } from "../../dates.ts";
import { lazyComponent } from "../../lazy-component.ts";
import { Download } from "../parts/download.tsx";
import { Trouble } from "../parts/messages.tsx";
import { useWords } from "../words/words.ts";
import { reportPath } from "./api.ts";
import type { ReportActions } from "./report-actions.ts";
import type { ReportKey } from "./report-key.ts";

const AttachmentField = lazyComponent(
  () => import("../../attachments/attachment-field.tsx"),
  "AttachmentField",
);

export function SignedFile(props: { report: ReportKey; view: ReportView; actions: ReportActions }) {
  const { w } = useWords();
  const [chosen, setChosen] = createSignal<TypedAttachment[]>([]);
  const [trouble, setTrouble] = createSignal("");
  const file = () => readAttachments(chosen()).at(-1);
  const keep = async () => {
    const signed = file();
    if (!signed) return;
    const refused = await props.actions.keepSigned(signed);
    setTrouble(refused ?? "");
    if (refused === null) setChosen([]);
  };
  return (
    <>
      <Show when={props.view.record.signed} fallback={<p class="soft">{w("reports.signed.none")}</p>}>
        {(signed) => (
          <p>
            <Download path={`${reportPath(props.report)}/files/signed`}>{w("reports.signed")}</Download>{" "}
            <span class="soft">
              {w("reports.signed.by", { name: signed().by.name, time: writeInstant(signed().at) })}{" "}
              <code>SHA-256 {signed().sum}</code>
            </span>
          </p>
        )}
      </Show>
      <Show when={props.view.may.includes("sign")}>
        <Suspense fallback={<p class="hint">{w("load.busy")}</p>}>
          <AttachmentField
            id="report-signed"
            value={chosen()}
            onChange={(update) => setChosen((before) => update(before))}
          />
        </Suspense>
        <Trouble text={trouble()} />
        <Button
          class="small"
          label={w("reports.signed.keep")}
          disabled={props.actions.busy() || !file()?.id}
          onClick={() => void keep()}
        />
      </Show>
    </>
  );
}
