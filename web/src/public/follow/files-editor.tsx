import { createSignal, onMount, Show } from "solid-js";
import { Dynamic } from "solid-js/web";
import type { InitiativeView } from "../../../../functions/api/initiatives/views.ts";
import { AttachmentField } from "../../attachments/attachment-field.tsx";
import {
  readAttachments,
  type TypedAttachment,
  typeAttachments,
} from "../../attachments/typed-attachment.ts";
import { noteVerdict, refusalOf } from "../../attachments/verdicts.ts";
import { useText } from "../../language.tsx";
import { type Key, replaceFiles } from "./api.ts";
import "../form/words/vi.ts";
import { Button } from "../../button.tsx";
import { createRequest } from "./request.ts";

export function FilesEditor(props: {
  view: InitiativeView;
  accessKey: Key;
  call?: (<T>(attempt: () => Promise<T>) => Promise<T>) | undefined;
  heading: "h2" | "h4";
  onCancel: () => void;
  onSaved: (view: InitiativeView) => void;
}) {
  const { t } = useText();
  const { busy, failure, setFailure, run } = createRequest();
  for (const file of props.view.attachments) noteVerdict(file.id, file);
  const [files, setFiles] = createSignal(typeAttachments(props.view.attachments));
  let heading: HTMLElement | undefined;
  onMount(() => heading?.focus());
  const isHeld = (id: string) => props.view.attachments.some((file) => file.id === id);
  const isFixed = (id: string) =>
    props.view.replaceable === "refused" && isHeld(id) && refusalOf(id) === null;
  const change = (update: (before: readonly TypedAttachment[]) => TypedAttachment[]) => {
    setFailure(null);
    setFiles(update);
  };
  const findFault = () => {
    if (files().some(({ id }) => id === "")) return t("attachments.unsent");
    if (files().some(({ id }) => refusalOf(id) !== null)) return t("attachments.refused");
    return null;
  };
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    if (busy()) return;
    const fault = findFault();
    setFailure(fault);
    if (fault === null)
      await run(async () => {
        const send = () => replaceFiles(props.view.id, props.accessKey, readAttachments(files()));
        props.onSaved(await (props.call ? props.call(send) : send()));
      });
    if (failure()) document.getElementById("dossier-files")?.focus();
  };
  return (
    <form
      class="application-form files-editor"
      aria-labelledby="files-editor-title"
      novalidate
      onSubmit={save}
    >
      <Dynamic
        component={props.heading}
        id="files-editor-title"
        ref={(element: HTMLElement) => {
          heading = element;
        }}
        tabindex="-1"
      >
        {t("attachments.edit.title")}
      </Dynamic>
      <Show when={props.view.replaceable === "refused"}>
        <p class="soft">{t("attachments.edit.refusedOnly")}</p>
      </Show>
      <AttachmentField
        id="dossier-files"
        value={files()}
        onChange={change}
        isFixed={isFixed}
        fault={failure() ?? undefined}
      />
      <div class="actions">
        <button type="submit" class="button main" aria-disabled={busy()}>
          {t("attachments.edit.save")}
        </button>
        <Button label={t("attachments.edit.cancel")} onClick={props.onCancel} />
      </div>
    </form>
  );
}
