import { createSignal, For, onCleanup, Show } from "solid-js";
import { writeInstant } from "../../../dates.ts";
import { useText } from "../../../language.tsx";
import { useNavigate } from "../../../router.ts";
import { watchChanges } from "../../../watch.ts";
import { lastOutcome, sendWaiting, watchOutbox } from "../../offline/outbox.ts";
import { findDraft, keepDraft, listDrafts, onDraftChange, rememberOpened } from "../drafts/store.ts";
import "../drafts/drafts.css";
import type { Draft } from "../drafts/drafts.ts";
import { readingPath, sentPath } from "../form-paths.ts";
import { readReceipt } from "./kept-receipt.ts";
import "../drafts/words/vi.ts";

export function WaitingPage() {
  const { t } = useText();
  const navigate = useNavigate();
  const [drafts, setDrafts] = createSignal<Draft[]>();
  const [sending, setSending] = createSignal(false);
  const load = async () => {
    const kept = await listDrafts();
    const waiting = kept.filter(({ waiting }) => waiting);
    const before = drafts() ?? [];
    setDrafts(waiting);
    if (before.length === 0 || waiting.length > 0) return;
    // Another tab has sent the last waiting draft.
    const refused = kept.find(({ id, refusal }) => refusal && before.some((each) => each.id === id));
    if (refused) open(refused.id);
    else navigate(sentPath, { replace: true });
  };
  void load();
  watchOutbox();
  onCleanup(onDraftChange(() => void load()));
  watchChanges(lastOutcome, (outcome) => {
    if (outcome?.is === "sent") navigate(sentPath, { replace: true });
    else if (outcome?.is === "refused") open(outcome.id);
    else void load();
  });

  const open = (id: string) => {
    rememberOpened(id);
    navigate("/gui/kiem-tra", { replace: true });
  };
  const sendNow = async () => {
    setSending(true);
    await sendWaiting();
    setSending(false);
  };
  const takeBack = async (id: string) => {
    const draft = await findDraft(id);
    if (draft) await keepDraft({ ...draft, waiting: null }, draft.revision, true);
    open(id);
  };
  return (
    <section class="sent waiting">
      <Show
        when={drafts()?.length !== 0}
        fallback={
          <>
            <h1 tabindex="-1">{t("form.waiting.none")}</h1>
            <div class="actions">
              <a class="button main" href="/gui">
                {t("form.sent.begin")}
              </a>
              <Show when={readReceipt()}>
                <a class="button" href={sentPath}>
                  {t("form.waiting.sent")}
                </a>
              </Show>
            </div>
          </>
        }
      >
        <h1 tabindex="-1">{t("waiting.title")}</h1>
        <p>{t("form.waiting.text")}</p>
        <ul class="drafts">
          <For each={drafts()}>
            {(draft) => (
              <li>
                <p>
                  <strong>{draft.form.title}</strong>
                  <small class="num">
                    {t("form.waiting.since", { at: writeInstant(draft.waiting?.since ?? draft.savedAt) })}
                  </small>
                </p>
                <button type="button" class="link-button" onClick={() => takeBack(draft.id)}>
                  {t("form.waiting.edit")}
                </button>
                <a href={`${readingPath}#${draft.id}`}>{t("form.reading.open")}</a>
              </li>
            )}
          </For>
        </ul>
        <div class="actions">
          <button type="button" class="button main" aria-disabled={sending()} onClick={sendNow}>
            {t(sending() ? "form.sending" : "form.waiting.now")}
          </button>
        </div>
        <p role="status" class="hint">
          <Show when={lastOutcome()?.is === "waits" && !sending()}>{t("form.waiting.still")}</Show>
        </p>
      </Show>
    </section>
  );
}
