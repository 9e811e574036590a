import { createSignal, For, Show } from "solid-js";
import type { CoAuthorLinksView, InitiativeView } from "../../../../functions/api/initiatives/views.ts";
import { Button } from "../../button.tsx";
import { createCopying } from "../../copying.ts";
import { useText } from "../../language.tsx";
import { createCoAuthorLinks } from "./api.ts";
import { FailureNotice } from "./failure-notice.tsx";
import { createRequest } from "./request.ts";

export function CoAuthorSection(props: { view: InitiativeView; accessKey: string }) {
  const { t } = useText();
  const { failure, run } = createRequest();
  const [links, setLinks] = createSignal<CoAuthorLinksView["links"]>([]);
  const others = () =>
    (props.view.application?.authors ?? []).map((named, author) => ({ named, author })).slice(1);
  const answerOf = (n: number) => props.view.coAuthors.find(({ author }) => author === n);
  const linkOf = (n: number) => {
    const found = links().find(({ author }) => author === n);
    return found && `${location.origin}/tra-cuu/dong-tac-gia#${props.view.id}.${n}.${found.token}`;
  };
  const ask = () =>
    run(async () => {
      setLinks((await createCoAuthorLinks(props.view.id, props.accessKey)).links);
    });

  return (
    <section class="co-authors" aria-labelledby="co-authors">
      <h2 id="co-authors">{t("follow.coAuthors")}</h2>
      <p class="no-print">{t("follow.coAuthors.text")}</p>
      <ul>
        <For each={others()}>
          {({ named, author }) => (
            <li>
              <p>
                <strong>{named.fullName || t("text.erased")}</strong>{" "}
                <span class={`tag ${toneOf(answerOf(author)?.answer)}`}>
                  {t(`follow.coAuthors.${answerOf(author)?.answer ?? "waiting"}`)}
                </span>
              </p>
              <Show when={answerOf(author)?.word}>
                {(word) => <p class="words">{t("follow.coAuthors.said", { word: word() })}</p>}
              </Show>
              <Show when={answerOf(author)?.answer === "denied"}>
                <p class="soft">{t("follow.coAuthors.denied.text")}</p>
              </Show>
              <Show when={linkOf(author)}>
                {(link) => (
                  <CoAuthorLinkField
                    id={`link-${author}`}
                    link={link()}
                    name={named.fullName || t("text.erased")}
                  />
                )}
              </Show>
            </li>
          )}
        </For>
      </ul>
      <FailureNotice text={failure()} />
      <Show when={links().length === 0}>
        <Button class="no-print" label={t("follow.coAuthors.get")} onClick={ask} />
      </Show>
    </section>
  );
}

const toneOf = (answer: string | undefined) =>
  answer === "confirmed" ? "done" : answer === "denied" ? "late" : "wait";

function CoAuthorLinkField(props: { id: string; link: string; name: string }) {
  const { t } = useText();
  const { outcome, copy } = createCopying();
  // Closing the share sheet is not an error.
  const share = () => navigator.share({ url: props.link, title: t("coAuthor.page") }).catch(() => {});
  return (
    <div class="field link-to-hand no-print">
      <label for={props.id}>{t("follow.coAuthors.link", { name: props.name })}</label>
      <input
        id={props.id}
        readonly
        value={props.link}
        onFocus={({ currentTarget }) => currentTarget.select()}
      />
      <div class="actions">
        <Button label={t("follow.coAuthors.copy")} onClick={() => copy(props.link)} />
        <Show when={"share" in navigator}>
          <Button label={t("follow.coAuthors.share")} onClick={share} />
        </Show>
        <span role="status">
          <Show when={outcome()}>{(copied) => t(`follow.coAuthors.${copied()}`)}</Show>
        </span>
      </div>
    </div>
  );
}
