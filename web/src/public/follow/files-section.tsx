import { createSignal, Show } from "solid-js";
import type { InitiativeView } from "../../../../functions/api/initiatives/views.ts";
import { AttachedFiles } from "../../attachments/attached-files.tsx";
import { useText } from "../../language.tsx";
import { lazyComponent } from "../../lazy-component.ts";
import type { Key } from "./api.ts";

const FilesEditor = lazyComponent(() => import("./files-editor.tsx"), "FilesEditor");

export function FilesSection(props: {
  view: InitiativeView;
  accessKey: Key;
  call?: (<T>(attempt: () => Promise<T>) => Promise<T>) | undefined;
  heading: "h2" | "h4";
  onWait: () => void;
  onChange: (view: InitiativeView) => void;
}) {
  const { t } = useText();
  const [editing, setEditing] = createSignal(false);
  const [status, setStatus] = createSignal("");
  let opener: HTMLButtonElement | undefined;
  const refused = () => props.view.attachments.some(({ state }) => state === "refused");
  const mayEdit = () =>
    props.view.replaceable === "all" || (props.view.replaceable === "refused" && refused());
  const close = () => {
    setEditing(false);
    queueMicrotask(() => opener?.focus());
  };
  return (
    <>
      <Show
        when={editing()}
        fallback={
          <>
            <Show when={props.view.attachments.length > 0}>
              <AttachedFiles
                id={props.view.id}
                accessKey={props.accessKey ?? undefined}
                call={props.call}
                files={props.view.attachments}
                heading={props.heading}
                onWait={props.onWait}
              />
            </Show>
            <Show when={mayEdit()}>
              <p class="no-print">
                <button
                  ref={opener}
                  type="button"
                  class="button"
                  onClick={() => {
                    setStatus("");
                    setEditing(true);
                  }}
                >
                  {t(props.view.attachments.length > 0 ? "attachments.edit" : "attachments.more")}
                </button>
              </p>
            </Show>
          </>
        }
      >
        <FilesEditor
          view={props.view}
          accessKey={props.accessKey}
          call={props.call}
          heading={props.heading}
          onCancel={close}
          onSaved={(view) => {
            props.onChange(view);
            setStatus(t("attachments.edit.saved"));
            close();
          }}
        />
      </Show>
      <p class="sent-note" role="status">
        {status()}
      </p>
    </>
  );
}
