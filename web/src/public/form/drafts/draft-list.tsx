import { createSignal, For, onCleanup, Show } from "solid-js";
import { writeInstant } from "../../../dates.ts";
import { useText } from "../../../language.tsx";
import { type Draft, nameDraft, startDraft } from "./drafts.ts";
import { forgetDraft, listDrafts, onDraftChange } from "./store.ts";
import "./drafts.css";
import "./words/vi.ts";

export function DraftList(props: {
  current: () => string;
  /** Shows the list even for a single draft. */
  always: boolean;
  onOpen: (draft: Draft) => void;
  onForgotten: () => void;
}) {
  const { t } = useText();
  const [drafts, setDrafts] = createSignal<Draft[]>([]);
  const load = () => listDrafts().then((all) => setDrafts(all.filter(({ waiting }) => !waiting)));
  void load();
  onCleanup(onDraftChange(({ revision }) => (revision === null || revision === 1) && void load()));

  const forget = async (draft: Draft) => {
    if (!confirm(t("form.drafts.forget.confirm", { name: nameOf(draft) }))) return;
    await forgetDraft(draft.id);
    if (draft.id === props.current()) props.onForgotten();
    else await load();
  };
  const nameOf = (draft: Draft) => nameDraft(draft) || t("form.drafts.unnamed");
  return (
    <Show when={props.always || drafts().length > 1}>
      <section class="drafts no-print" aria-labelledby="form-drafts">
        <h2 id="form-drafts">{t("form.drafts")}</h2>
        <ul>
          <For each={drafts()} fallback={<li class="hint">{t("form.drafts.none")}</li>}>
            {(draft) => (
              <li aria-current={draft.id === props.current() ? "true" : undefined}>
                <p>
                  <strong>{nameOf(draft)}</strong>
                  <small class="num">
                    {draft.id === props.current() ? `${t("form.drafts.current")} · ` : ""}
                    {t("form.drafts.savedAt", { at: writeInstant(draft.savedAt) })}
                  </small>
                </p>
                <Show when={draft.id !== props.current()}>
                  <button
                    type="button"
                    class="button"
                    aria-label={t("form.drafts.open.which", { name: nameOf(draft) })}
                    onClick={() => props.onOpen(draft)}
                  >
                    {t("form.drafts.open")}
                  </button>
                </Show>
                <button
                  type="button"
                  class="link-button"
                  aria-label={t("form.drafts.forget.which", { name: nameOf(draft) })}
                  onClick={() => forget(draft)}
                >
                  {t("form.drafts.forget")}
                </button>
              </li>
            )}
          </For>
        </ul>
        <button type="button" class="button" onClick={() => props.onOpen(startDraft())}>
          {t("form.drafts.new")}
        </button>
      </section>
    </Show>
  );
}
