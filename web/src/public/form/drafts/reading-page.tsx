import { createSignal, For, onMount, Show } from "solid-js";
import { openCampaigns } from "../../../campaigns.ts";
import { createCopying } from "../../../copying.ts";
import { useText } from "../../../language.tsx";
import { useLocation } from "../../../router.ts";
import { answersOf, writeAnswers } from "./answers.ts";
import { type Draft, nameDraft } from "./drafts.ts";
import { listDrafts, openLatest } from "./store.ts";
import "./drafts.css";
import "./words/vi.ts";

export function ReadingPage() {
  const words = useText();
  const { t } = words;
  const [drafts, setDrafts] = createSignal<Draft[]>();
  const [chosen, choose] = createSignal(decodeURIComponent(useLocation().hash.slice(1)));
  const { outcome, copy } = createCopying();
  onMount(async () => {
    const latest = await openLatest();
    const kept = await listDrafts();
    // Without storage the latest draft is only in memory.
    setDrafts(latest && kept.every(({ id }) => id !== latest.id) ? [latest, ...kept] : kept);
    if (!drafts()?.some(({ id }) => id === chosen())) choose(latest?.id ?? drafts()?.[0]?.id ?? "");
  });
  const draft = () => drafts()?.find(({ id }) => id === chosen());
  const unitName = ({ form, waiting, unitName }: Draft) =>
    openCampaigns()
      .campaigns?.flatMap(({ units }) => units)
      .find(({ id }) => id === form.unit)?.name ??
    waiting?.unitName ??
    unitName;
  const parts = (of: Draft) => answersOf(of, unitName(of), words);
  const nameOf = (draft: Draft) => nameDraft(draft) || t("form.drafts.unnamed");
  return (
    <section class="sent reading">
      <h1 tabindex="-1">{t("form.reading.title")}</h1>
      <Show when={(drafts()?.length ?? 0) > 1}>
        <div class="field no-print">
          <label for="reading-draft">{t("form.drafts")}</label>
          <select id="reading-draft" onChange={({ currentTarget }) => choose(currentTarget.value)}>
            <For each={drafts()}>
              {(each) => (
                <option value={each.id} selected={each.id === chosen()}>
                  {nameOf(each)}
                </option>
              )}
            </For>
          </select>
        </div>
      </Show>
      <Show when={draft()} fallback={<p>{drafts() ? t("form.drafts.none") : t("form.loading")}</p>}>
        {(shown) => (
          <>
            <p class="no-print">{t("form.reading.lead")}</p>
            <div class="actions no-print">
              <button type="button" class="button main" onClick={() => copy(writeAnswers(parts(shown())))}>
                {t("form.reading.copy")}
              </button>
              <button type="button" class="button" onClick={() => window.print()}>
                {t("form.reading.print")}
              </button>
              <a class="button" href="/gui">
                {t("form.reading.back")}
              </a>
            </div>
            <p role="status" class="hint no-print">
              <Show when={outcome()}>{(copied) => t(`form.reading.${copied()}`)}</Show>
            </p>
            <For each={parts(shown())}>
              {(part) => (
                <section class="answers">
                  <h2>{part.heading}</h2>
                  <dl>
                    <For each={part.answers}>
                      {({ label, text }) => (
                        <div>
                          <dt>{label}</dt>
                          <dd>{text}</dd>
                        </div>
                      )}
                    </For>
                  </dl>
                </section>
              )}
            </For>
          </>
        )}
      </Show>
    </section>
  );
}
