import { Show } from "solid-js";
import { deriveSecrets } from "#core/base/ids.ts";
import { useText } from "../../../language.tsx";
import { listDossiers } from "../../follow/kept-dossiers.ts";
import { sentPath } from "../form-paths.ts";
import { readReceipt } from "../sending/kept-receipt.ts";
import { followPath } from "../sending/receipt-sheet.tsx";
import type { DraftAutosave } from "./autosave.ts";
import type { Draft } from "./drafts.ts";
import "./drafts.css";
import "./words/vi.ts";

export function ConflictNotice(props: { autosave: DraftAutosave; onOpen: (draft: Draft | null) => void }) {
  const { t } = useText();
  const { autosave } = props;
  const sentAt = () => {
    if (autosave.conflict() !== "gone") return null;
    const { id } = deriveSecrets(autosave.draft().key);
    if (readReceipt()?.id === id) return sentPath;
    const dossier = listDossiers().find((each) => each.id === id);
    return dossier ? followPath(dossier) : null;
  };
  return (
    <Show when={autosave.conflict()}>
      {(what) => (
        <section class="notice behind" role="alert" aria-labelledby="form-behind">
          <h2 id="form-behind">{t(sentAt() ? "form.behind.sent" : `form.behind.${what()}`)}</h2>
          <p>{t(sentAt() ? "form.behind.sent.text" : "form.behind.text")}</p>
          <div class="actions">
            <Show when={sentAt()}>
              {(path) => (
                <a class="button main" href={path()}>
                  {t("form.behind.sent.open")}
                </a>
              )}
            </Show>
            <button type="button" class="button" onClick={() => autosave.latest().then(props.onOpen)}>
              {t(`form.behind.${what()}.open`)}
            </button>
            <button type="button" class="button" onClick={() => autosave.fork()}>
              {t("form.behind.keep")}
            </button>
          </div>
        </section>
      )}
    </Show>
  );
}
