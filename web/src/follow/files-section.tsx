import { createSignal, lazy, Show } from "solid-js";
import type { InitiativeView } from "../../../functions/api/views.ts";
import { AttachedFiles } from "../attachments/attached-files.tsx";
import { useText } from "../language.tsx";

const FilesEditor = lazy(() =>
  import("./files-editor.tsx").then(({ FilesEditor }) => ({ default: FilesEditor })),
);

/** The files of a dossier as they stand, and, while it is open, the way to replace or remove them. */
export function FilesSection(props: {
  view: InitiativeView;
  accessKey: string;
  onWait: () => void;
  onChange: (view: InitiativeView) => void;
}) {
  const { t } = useText();
  const [editing, setEditing] = createSignal(false);
  const [said, setSaid] = createSignal("");
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
                accessKey={props.accessKey}
                files={props.view.attachments}
                heading="h2"
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
                    setSaid("");
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
          onCancel={close}
          onSaved={(view) => {
            props.onChange(view);
            setSaid(t("attachments.edit.saved"));
            close();
          }}
        />
      </Show>
      <p class="sent-note" role="status">
        {said()}
      </p>
    </>
  );
}
