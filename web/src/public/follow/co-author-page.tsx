import { createSignal, For, Match, onMount, Show, Switch } from "solid-js";
import { dayOf } from "#core/base/calendar.ts";
import type { CoAuthorView } from "../../../../functions/api/initiatives/views.ts";
import { sayAffiliation } from "../../author-words.ts";
import { writeDay } from "../../dates.ts";
import { useText } from "../../language.tsx";
import { usePageTitle } from "../../page-title.ts";
import { useLocation, useNavigate } from "../../router.ts";
import { explainFailure, readAsCoAuthor } from "./api.ts";
import { CoAuthorReply } from "./co-author-reply.tsx";
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
  const { t, find, locale } = text;
  usePageTitle(() => t("coAuthor.page"));
  const { hash } = useLocation();
  const navigate = useNavigate();
  const link = readCoAuthorLink(hash);
  const [view, setView] = createSignal<CoAuthorView | null>(null);
  const [failure, setFailure] = createSignal<string | null>(null);

  onMount(async () => {
    if (!link) {
      // Other dossier links have a page of their own.
      const page = pageOfLink(hash);
      if (page) return navigate(page, { replace: true });
      return setFailure(t(hash.length > 1 ? "coAuthor.cut" : "coAuthor.bare"));
    }
    try {
      setView(await readAsCoAuthor(link.id, link.author, link.token));
    } catch (error) {
      setFailure(explainFailure(error, text));
    }
  });

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
                        <Show when={named.representative}>
                          {(name) => <span class="soft">{t("author.representedBy", { name: name() })}</span>}
                        </Show>
                        <span class="soft">{named.workplace}</span>
                        <span class="soft">{sayAffiliation(named, find)}</span>
                      </li>
                    )}
                  </For>
                </ul>
              </section>
              <Show when={link}>
                {(link) => <CoAuthorReply link={link()} view={found()} onReply={setView} />}
              </Show>
              <p class="soft">{t("coAuthor.privacy")}</p>
            </>
          )}
        </Match>
      </Switch>
    </div>
  );
}
