import { For, Show } from "solid-js";
import { Dynamic } from "solid-js/web";
import type { AttachmentView } from "../../../functions/api/views.ts";
import { useText } from "../language.tsx";
import "../text/rules-vi.ts";
import "./attachments.css";
import { writeSize } from "./sizes.ts";
import "./words-vi.ts";

const tones = { checking: "wait", clean: "done", refused: "late" } as const;

/** The files of a record as they stand; what has been found clean can be fetched. */
export function AttachedFiles(props: { files: readonly AttachmentView[]; heading: "h2" | "h4" }) {
  const { t, find, locale } = useText();
  return (
    <section class="attached">
      <Dynamic component={props.heading}>{t("attachments.attached")}</Dynamic>
      <ul class="files">
        <For each={props.files}>
          {(file) => (
            <li>
              <p class="name">
                <Show when={file.url} fallback={file.name}>
                  {(url) => (
                    <a href={url()} rel="noreferrer" aria-label={t("attachments.open", { name: file.name })}>
                      {file.name}
                    </a>
                  )}
                </Show>{" "}
                <span class="soft num">{writeSize(file.size, locale())}</span>
              </p>
              <p class="outcome">
                <span class={`tag ${tones[file.state]}`}>{t(`attachments.state.${file.state}`)}</span>
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
