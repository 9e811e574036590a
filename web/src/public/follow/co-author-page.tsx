import { createSignal, For, Match, onMount, Show, Switch } from "solid-js";
import { dayOf } from "#core/base/calendar.ts";
import type { CoAuthorAnswer } from "#core/initiatives/co-author.ts";
import { nameConsentVersion } from "#core/initiatives/publish-name.ts";
import type { CoAuthorView } from "../../../../functions/api/initiatives/views.ts";
import { writeDay } from "../../dates.ts";
import { useText } from "../../language.tsx";
import { usePageTitle } from "../../page-title.ts";
import { useLocation, useNavigate } from "../../router.ts";
import { explainFailure, readAsCoAuthor, replyAsCoAuthor } from "./api.ts";
import { pageOfLink, readCoAuthorLink } from "./links.ts";
import "../../styles/sheet.css";
import "./follow.css";
import "./personal.css";
import "../name-consent/words/vi.ts";
import "../../words/rules-vi.ts";
import "./words/vi.ts";

/** `/tra-cuu/dong-tac-gia`: a co-author confirms or denies authorship. */
export function CoAuthorPage() {
  const text = useText();
  const { t, locale } = text;
  usePageTitle(() => t("coAuthor.page"));
  const { hash } = useLocation();
  const navigate = useNavigate();
  const named = readCoAuthorLink(hash);
  const [view, setView] = createSignal<CoAuthorView | null>(null);
  const [failure, setFailure] = createSignal<string | null>(null);
  const [refused, setRefused] = createSignal<string | null>(null);
  const [busy, setBusy] = createSignal(false);
  const [word, setWord] = createSignal("");
  const [agrees, setAgrees] = createSignal(false);

  onMount(async () => {
    if (!named) {
      // A sender's link opens another page.
      const page = pageOfLink(hash);
      if (page) return navigate(page, { replace: true });
      return setFailure(t(hash.length > 1 ? "coAuthor.cut" : "coAuthor.bare"));
    }
    try {
      const found = await readAsCoAuthor(named.id, named.author, named.token);
      setWord(found.answer?.word ?? "");
      setAgrees(found.publishesName);
      setView(found);
    } catch (error) {
      setFailure(explainFailure(error, text));
    }
  });

  const reply = async (answer: CoAuthorAnswer) => {
    if (busy() || !named) return;
    setBusy(true);
    setRefused(null);
    try {
      const publishName = agrees() ? nameConsentVersion : "";
      const reply = { answer, word: word(), publishName } as const;
      const noted = await replyAsCoAuthor(named.id, named.author, named.token, reply);
      setAgrees(noted.publishesName);
      setView(noted);
    } catch (error) {
      setRefused(explainFailure(error, text));
    } finally {
      setBusy(false);
    }
  };

  return (
    <div class="sheet follow co-author">
      <Switch fallback={<p role="status">{t("coAuthor.loading")}</p>}>
        <Match when={failure()}>
          <h1 tabindex="-1">{t("coAuthor.void")}</h1>
          <p class="notice" role="alert">
            {failure()}
          </p>
        </Match>
        <Match when={view()}>
          {(found) => (
            <>
              <h1 tabindex="-1">{t("coAuthor.page")}</h1>
              <p>{t("coAuthor.lead")}</p>
              <section class="standing" aria-labelledby="co-author-title">
                <h2 id="co-author-title">{found().title || t("text.erased")}</h2>
                <p class="soft">
                  {t("coAuthor.received", {
                    unit: found().unit,
                    day: writeDay(dayOf(found().receivedAt)),
                  })}
                </p>
                <h3>{t("coAuthor.authors")}</h3>
                <ul class="named">
                  <For each={found().authors}>
                    {(named, n) => (
                      <li>
                        <strong>{named.fullName || t("text.erased")}</strong>
                        <Show when={n() === found().author}> ({t("coAuthor.you")})</Show>
                        {` – ${named.share.toLocaleString(locale())}%`}
                        <span class="soft">{named.workplace}</span>
                      </li>
                    )}
                  </For>
                </ul>
              </section>
              <p role="status" class="answered" classList={{ notice: found().answer !== null }}>
                <Show when={found().answer}>
                  {(given) => (
                    <>
                      {t(`coAuthor.done.${given().answer}`)}{" "}
                      {given().answer === "confirmed"
                        ? `${t(found().publishesName ? "publishName.given" : "publishName.notGiven")}. `
                        : ""}
                      {t("coAuthor.change")}
                    </>
                  )}
                </Show>
              </p>
              <div class="field">
                <label for="co-author-word">{t("coAuthor.word")}</label>
                <p class="hint" id="co-author-word-hint">
                  {t("coAuthor.word.hint")}
                </p>
                <textarea
                  id="co-author-word"
                  rows="3"
                  maxlength={1000}
                  aria-describedby="co-author-word-hint"
                  onInput={({ currentTarget }) => setWord(currentTarget.value)}
                >
                  {word()}
                </textarea>
              </div>
              <fieldset class="field">
                <legend>{t("publishName.title")}</legend>
                <label class="tick">
                  <input
                    type="checkbox"
                    id="co-author-name"
                    aria-describedby="co-author-name-hint"
                    checked={agrees()}
                    onChange={({ currentTarget }) => setAgrees(currentTarget.checked)}
                  />
                  {t("publishName.text")}
                </label>
                <p class="hint" id="co-author-name-hint">
                  {t("coAuthor.name.hint")}
                </p>
              </fieldset>
              <Show when={refused()}>
                <p class="notice" role="alert">
                  {refused()}
                </p>
              </Show>
              <div class="actions no-print">
                <button
                  type="button"
                  class="button main"
                  aria-disabled={busy()}
                  onClick={() => reply("confirmed")}
                >
                  {t("coAuthor.yes")}
                </button>
                <button type="button" class="button" aria-disabled={busy()} onClick={() => reply("denied")}>
                  {t("coAuthor.no")}
                </button>
              </div>
              <p class="soft">{t("coAuthor.privacy")}</p>
            </>
          )}
        </Match>
      </Switch>
    </div>
  );
}
