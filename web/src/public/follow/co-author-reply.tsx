import { createSignal, Show } from "solid-js";
import type { CoAuthorAnswer } from "#core/initiatives/co-author.ts";
import { nameConsentVersion } from "#core/initiatives/publish-name.ts";
import type { CoAuthorView } from "../../../../functions/api/initiatives/views.ts";
import { Button } from "../../button.tsx";
import { useText } from "../../language.tsx";
import { replyAsCoAuthor } from "./api.ts";
import { FailureNotice } from "./failure-notice.tsx";
import type { CoAuthorLink } from "./links.ts";
import { createRequest } from "./request.ts";

export function CoAuthorReply(props: {
  link: CoAuthorLink;
  view: CoAuthorView;
  onReply: (view: CoAuthorView) => void;
}) {
  const { t } = useText();
  const { busy, failure, run } = createRequest();
  const [word, setWord] = createSignal(props.view.answer?.word ?? "");
  const [agrees, setAgrees] = createSignal(props.view.publishesName);

  const reply = (answer: CoAuthorAnswer) =>
    run(async () => {
      const publishName = agrees() ? nameConsentVersion : "";
      const reply = { answer, word: word(), publishName } as const;
      const noted = await replyAsCoAuthor(props.link.id, props.link.author, props.link.token, reply);
      setAgrees(noted.publishesName);
      props.onReply(noted);
    });

  return (
    <>
      <p role="status" class="answered" classList={{ notice: props.view.answer !== null }}>
        <Show when={props.view.answer}>
          {(given) => (
            <>
              {t(`coAuthor.done.${given().answer}`)}{" "}
              {given().answer === "confirmed"
                ? `${t(props.view.publishesName ? "publishName.given" : "publishName.notGiven")}. `
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
      <FailureNotice text={failure()} />
      <div class="actions no-print">
        <Button
          class="main"
          label={t("coAuthor.yes")}
          ariaDisabled={busy()}
          onClick={() => reply("confirmed")}
        />
        <Button label={t("coAuthor.no")} ariaDisabled={busy()} onClick={() => reply("denied")} />
      </div>
    </>
  );
}
