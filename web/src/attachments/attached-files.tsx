import { createEffect, For, onCleanup, Show } from "solid-js";
import { Dynamic } from "solid-js/web";
import { formatFileSize, quarantineHours } from "#core/initiatives/attachment.ts";
import type { AttachmentView } from "../../../functions/api/initiatives/views.ts";
import { useText } from "../language.tsx";
import "../words/rules-vi.ts";
import "./attachments.css";
import { attachmentPath } from "./api.ts";
import { DownloadLink } from "./download-link.tsx";
import "./words/vi.ts";

const tones = { checking: "wait", clean: "done", refused: "late" } as const;

/** Maximum reloads; the pause before each one doubles. */
const maximumChecks = 6;
const firstPause = 2_000;

interface AttachedFilesProps {
  id: string;
  /** Path of a file. Default: path of a dossier's attachment. */
  pathOf?: (file: string) => string;
  accessKey?: string | undefined;
  call?: (<T>(attempt: () => Promise<T>) => Promise<T>) | undefined;
  files: readonly AttachmentView[];
  heading: "h2" | "h4";
  onWait?: () => void;
}

export function AttachedFiles(props: AttachedFilesProps) {
  const { t, find, locale } = useText();
  let checks = 0;
  createEffect(() => {
    if (!props.files.some(({ state }) => state === "checking") || checks === maximumChecks) return;
    const timer = setTimeout(() => props.onWait?.(), firstPause * 2 ** checks++);
    onCleanup(() => clearTimeout(timer));
  });
  return (
    <section class="attached">
      <Dynamic component={props.heading}>{t("attachments.attached")}</Dynamic>
      <ul class="files">
        <For each={props.files}>
          {(file) => (
            <li>
              <p class="name">
                <Show when={file.state === "clean"} fallback={file.name}>
                  <DownloadLink
                    path={props.pathOf?.(file.id) ?? attachmentPath(props.id, file.id)}
                    accessKey={props.accessKey}
                    call={props.call}
                    label={t("attachments.open", { name: file.name })}
                  >
                    {file.name}
                  </DownloadLink>
                </Show>{" "}
                <span class="soft num">{formatFileSize(file.size, locale())}</span>
              </p>
              <p class="outcome" role="status">
                <span class={`tag ${tones[file.state]}`}>{t(`attachments.state.${file.state}`)}</span>
                <Show when={file.state === "checking" && file.slow}>
                  <span>{t("attachments.slow", { hours: quarantineHours })}</span>
                </Show>
                <Show when={file.state === "refused" && file}>
                  {(refused) => <span class="error">{find(refused().reason)}</span>}
                </Show>
              </p>
            </li>
          )}
        </For>
      </ul>
    </section>
  );
}
