import { createSignal, onMount, Show } from "solid-js";
import { explainProblem } from "../../../failure-words.ts";
import { useText } from "../../../language.tsx";
import "../../../words/rules-vi.ts";
import { useNavigate } from "../../../router.ts";
import { readDraft, startDraft } from "./drafts.ts";
import { readContinueHash, readFromLink } from "./link.ts";
import { keepDraft, listDrafts, rememberOpened } from "./store.ts";
import "./words/vi.ts";

export function ContinuePage() {
  const text = useText();
  const { t } = text;
  const navigate = useNavigate();
  const [failure, setFailure] = createSignal<string | null>(null);

  const open = async () => {
    setFailure(null);
    const named = readContinueHash(location.hash);
    if (!named) return setFailure(t("form.continue.broken"));
    try {
      const { content, link } = await readFromLink(named);
      const same = (await listDrafts()).find(
        (draft) => draft.link?.id === link.id && JSON.stringify(draft.form) === JSON.stringify(content.form),
      );
      const draft = same ?? readDraft({ ...startDraft(content.form, content.key), link });
      if (!same) await keepDraft({ ...draft, savedAt: new Date().toISOString() }, 0, true);
      rememberOpened(draft.id);
      navigate("/gui", { replace: true });
    } catch (error) {
      setFailure(explainProblem(error, text, "form.continue.offline"));
    }
  };
  onMount(open);
  return (
    <section class="notice">
      <Show when={failure()} fallback={<h1 tabindex="-1">{t("form.continue.opening")}</h1>}>
        {(words) => (
          <>
            <h1 tabindex="-1">{t("form.continue.failed")}</h1>
            <p role="alert">{words()}</p>
            <div class="actions">
              <button type="button" class="button" onClick={open}>
                {t("form.again")}
              </button>
              <a class="button" href="/gui">
                {t("form.sent.begin")}
              </a>
            </div>
          </>
        )}
      </Show>
    </section>
  );
}
